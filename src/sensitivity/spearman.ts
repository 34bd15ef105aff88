import { sampleCorrelation } from "simple-statistics";

/**
 * Spearman's rank correlation of an input and an output, from the input's uniforms, which are its
 * ranks already, and the output's ranks.
 *
 * @param uniforms one per draw
 * @param ranks of the output, as `midranks` gives them
 */
export function spearman(uniforms: Float64Array, ranks: Float64Array): number {
  const correlation = sampleCorrelation(
    uniforms as unknown as number[],
    ranks as unknown as number[],
  );
  // A constant has no ranks to agree with.
  return Number.isNaN(correlation) ? 0 : correlation;
}

/** The rank of each value from 1, equal values sharing their mean rank, NaN above all numbers. */
export function midranks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys());
  const key = (index: number): number => (Number.isNaN(values[index]!) ? Infinity : values[index]!);
  order.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a - b));
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length;) {
    let end = first + 1;
    while (end < order.length && key(order[end]!) === key(order[first]!)) end++;
    for (let i = first; i < end; i++) ranks[order[i]!] = (first + end + 1) / 2;
    first = end;
  }
  return ranks;
}
