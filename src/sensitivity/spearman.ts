import { sampleCorrelation } from "simple-statistics";
import { outcomeOrder } from "./outcome-order.js";

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
  const { order, ends } = outcomeOrder(values);
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length; first = ends[first]!) {
    for (let i = first; i < ends[first]!; i++) ranks[order[i]!] = (first + ends[first]! + 1) / 2;
  }
  return ranks;
}
