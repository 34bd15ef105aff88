import { sortWithOrder } from "../numeric/sort-ascending.js";

/**
 * Where each value stands among all, in (0, 1): its mid-rank (half of the values like it count as
 * below) over their number. Values that are not numbers count as largest and alike.
 *
 * Source: Parzen, "Quantile probability and statistical data modeling", Statistical Science 19
 * (2004), the mid-distribution function.
 */
export function percentileRanks(values: Float64Array): Float64Array {
  const { sorted, order } = sortWithOrder(values);
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < sorted.length;) {
    let end = first + 1;
    while (end < sorted.length && alike(sorted[end]!, sorted[first]!)) end++;
    const rank = (first + end) / (2 * values.length);
    for (let k = first; k < end; k++) ranks[order[k]!] = rank;
    first = end;
  }
  return ranks;
}

function alike(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}
