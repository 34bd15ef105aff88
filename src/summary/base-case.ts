import type { CompiledModel } from "../engine/compile-model.js";
import { medianInputs } from "../engine/draw-inputs.js";
import type { Scenario } from "../scenario/scenario.js";

/** What every quantity comes to with each uncertain input at its median, given those it depends on. */
export interface BaseCase {
  /** Base units declared beyond the built-in ones: what the formulas are read with. */
  readonly units: readonly string[];
  /** By name, in the quantity's own unit; in the order in which each follows from those before it. */
  readonly values: Readonly<Record<string, number>>;
}

/** The base case of a scenario: the point answer and every step on the way to it. */
export function baseCase(scenario: Scenario, model: CompiledModel): BaseCase {
  const columns = model.evaluateAll(medianInputs(model.inputs), 1);
  return {
    units: scenario.units,
    values: Object.fromEntries(
      model.quantities.map(({ name, unit }) => [
        name,
        columns.get(name)![0]! / model.units.parse(unit).scale,
      ]),
    ),
  };
}
