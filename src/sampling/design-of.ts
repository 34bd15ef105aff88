import type { Scenario } from "../scenario/scenario.js";
import type { DesignOptions } from "./design.js";

/**
 * The design a scenario's run asks for. Formulas are no dimensions; a constant may become one.
 *
 * @param draws of a run that has grown beyond `scenario.run.draws`
 */
export function designOf({ run, quantities }: Scenario, draws = run.draws): DesignOptions {
  const dimensions = quantities
    .filter(({ definition }) => definition.kind !== "formula")
    .map(({ name }) => name);
  const growth = run.until === undefined ? {} : { growsFrom: run.draws };
  return { method: run.method, draws, seed: run.seed, dimensions, ...growth };
}
