import type { CompiledModel } from "../engine/compile-model.js";
import { applyDependence } from "../sampling/apply-dependence.js";
import type { Design } from "../sampling/design.js";

/** What a sensitivity analysis needs of a compiled model. */
export type UncertainModel = Pick<CompiledModel, "inputs" | "dependence" | "evaluate">;

/**
 * Values of every input over a range of draws, correlated ones joined.
 *
 * @param stream the stream of the design that an input draws from
 * @returns one column per input, each `length` long, in base units
 */
export function drawValues(
  { inputs, dependence }: UncertainModel,
  design: Design,
  stream: (name: string) => string,
  start: number,
  length: number,
): readonly Float64Array[] {
  const columns = inputs.map(({ name }) => {
    const column = new Float64Array(length);
    design.fill(stream(name), start, column);
    return column;
  });
  if (dependence) {
    applyDependence(dependence, new Map(inputs.map(({ name }, k) => [name, columns[k]!])));
  }
  for (const [k, { distribution }] of inputs.entries()) {
    const column = columns[k]!;
    for (let i = 0; i < length; i++) column[i] = distribution.quantile(column[i]!);
  }
  return columns;
}
