import type { Column } from "../statistics/column.js";

/**
 * Some draws of an output as a column of their own, one replicate after the other.
 *
 * @param values of the output, in draw order
 * @param draws which ones, by replicate; a single list where every draw is independent
 */
export function partOf(
  values: Float64Array,
  draws: readonly Uint32Array[],
  replicated: boolean,
): Column {
  const selected = new Float64Array(draws.reduce((size, { length }) => size + length, 0));
  const replicates: Float64Array[] = [];
  let start = 0;
  for (const list of draws) {
    const part = selected.subarray(start, (start += list.length));
    for (let k = 0; k < list.length; k++) part[k] = values[list[k]!]!;
    if (part.length > 0) replicates.push(part);
  }
  return replicated ? { values: selected, replicates } : { values: selected };
}
