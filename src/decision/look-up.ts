import type { CompiledModel } from "../engine/compile-model.js";
import type { Scenario } from "../scenario/scenario.js";

/** Base units in one of a quantity's own. */
export function scaleOf({ quantities, units }: CompiledModel, name: string): number {
  return units.parse(quantities.find((quantity) => quantity.name === name)!.unit).scale;
}

/** The other inputs of the model that are correlated with any of some. */
export function correlatedWith(
  { correlations }: Scenario,
  { inputs }: CompiledModel,
  names: readonly string[],
): readonly string[] {
  const others = correlations.flatMap(({ between: [a, b] }) =>
    names.includes(a) ? [b] : names.includes(b) ? [a] : [],
  );
  return [...new Set(others)].filter(
    (other) => !names.includes(other) && inputs.some(({ name }) => name === other),
  );
}
