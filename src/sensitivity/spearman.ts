import { type Ordered, sortWithOrder } from "../numeric/sort-ascending.js";
import { meanOf } from "../statistics/moments.js";

/** A column, its mean, and its length as a vector once the mean is taken out. */
export interface Measured {
  readonly values: Float64Array;
  readonly mean: number;
  readonly norm: number;
}

/** Measures a column once for all that it is correlated with. */
export function measured(values: Float64Array): Measured {
  const mean = meanOf(values);
  const squares = product(values, values) - values.length * mean * mean;
  return { values, mean, norm: Math.sqrt(squares) };
}

/**
 * Spearman's rank correlation of an input and an output, from the input's uniforms, which are its
 * ranks already, and the output's ranks.
 *
 * @param ranks of the output, as `centredRanks` gives them: far from zero, products would cancel
 */
export function spearman(uniforms: Measured, ranks: Measured): number {
  const products =
    product(uniforms.values, ranks.values) - uniforms.values.length * uniforms.mean * ranks.mean;
  const correlation = products / uniforms.norm / ranks.norm;
  // A constant has no ranks to agree with.
  return Number.isFinite(correlation) ? correlation : 0;
}

/** Four sums side by side, so that each addition need not wait for the one before. */
function product(x: Float64Array, y: Float64Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let k = 0;
  for (; k + 3 < x.length; k += 4) {
    a += x[k]! * y[k]!;
    b += x[k + 1]! * y[k + 1]!;
    c += x[k + 2]! * y[k + 2]!;
    d += x[k + 3]! * y[k + 3]!;
  }
  for (; k < x.length; k++) a += x[k]! * y[k]!;
  return a + b + (c + d);
}

/** The `midranks` of values that are sorted, less their mean. */
export function centredRanks(ordered: Ordered): Float64Array {
  const ranks = ranksOf(ordered);
  const middle = (ranks.length + 1) / 2;
  for (let k = 0; k < ranks.length; k++) ranks[k]! -= middle;
  return ranks;
}

/** The rank of each value from 1, equal values sharing their mean rank, NaN above all numbers. */
export function midranks(values: Float64Array): Float64Array {
  return ranksOf(sortWithOrder(values));
}

function ranksOf({ sorted, order }: Ordered): Float64Array {
  const ranks = new Float64Array(order.length);
  for (let first = 0; first < order.length;) {
    const value = sorted[first]!;
    let end = first + 1;
    while (end < order.length && (sorted[end] === value || Number.isNaN(value))) end++;
    for (let i = first; i < end; i++) ranks[order[i]!] = (first + end + 1) / 2;
    first = end;
  }
  return ranks;
}
