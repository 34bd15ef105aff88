import type { Dependence } from "../scenario/dependence.js";
import { applyDependence } from "./apply-dependence.js";
import type { Design } from "./design.js";

/**
 * The uniforms of a range of draws, correlated inputs joined.
 *
 * @param inputs names of the inputs to draw; must hold every input of `dependence`
 * @param start number of the first draw, from 0
 * @param length number of draws
 * @param memory one column per input, each at least `length` long, to make them in
 * @returns one column per input, in the order of `inputs`, each `length` long
 */
export function sampleUniforms(
  design: Design,
  dependence: Dependence | undefined,
  inputs: readonly string[],
  start: number,
  length: number,
  memory?: readonly Float64Array[],
): Float64Array[] {
  const columns = inputs.map((input, k) => {
    const column = memory ? memory[k]!.subarray(0, length) : new Float64Array(length);
    design.fill(input, start, column);
    return column;
  });
  if (dependence) {
    applyDependence(dependence, new Map(inputs.map((input, k) => [input, columns[k]!])));
  }
  return columns;
}
