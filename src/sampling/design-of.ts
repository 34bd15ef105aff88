import type { Scenario } from "../scenario/scenario.js";
import type { DesignOptions } from "./design.js";

/** The design a scenario's run asks for. Formulas are no dimensions; a constant may become one. */
export function designOf({ run, quantities }: Scenario): DesignOptions {
  const dimensions = quantities
    .filter(({ definition }) => definition.kind !== "formula")
    .map(({ name }) => name);
  return { method: run.method, draws: run.draws, seed: run.seed, dimensions };
}
