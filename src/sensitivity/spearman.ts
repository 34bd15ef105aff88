import { ascendingOrder } from "../numeric/sort-ascending.js";
import { meanOf } from "../statistics/moments.js";

/** A column less its mean, and its length as a vector. */
export interface Centred {
  readonly values: Float64Array;
  readonly norm: number;
}

/** Takes the mean out of a column, once for all that it is correlated with. */
export function centred(column: Float64Array): Centred {
  const mean = meanOf(column);
  const values = new Float64Array(column.length);
  for (let k = 0; k < values.length; k++) values[k] = column[k]! - mean;
  return { values, norm: Math.sqrt(product(values, values)) };
}

/**
 * Spearman's rank correlation of an input and an output, from the input's uniforms, which are its
 * ranks already, and the output's ranks, both centred.
 *
 * @param ranks of the output, as `midranks` gives them
 */
export function spearman(uniforms: Centred, ranks: Centred): number {
  const correlation = product(uniforms.values, ranks.values) / uniforms.norm / ranks.norm;
  // A constant has no ranks to agree with.
  return Number.isNaN(correlation) ? 0 : correlation;
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

/** The rank of each value from 1, equal values sharing their mean rank, NaN above all numbers. */
export function midranks(values: Float64Array): Float64Array {
  const order = ascendingOrder(values);
  const ranks = new Float64Array(values.length);
  const equal = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));
  for (let first = 0; first < order.length;) {
    const value = values[order[first]!]!;
    let end = first + 1;
    while (end < order.length && equal(values[order[end]!]!, value)) end++;
    for (let i = first; i < end; i++) ranks[order[i]!] = (first + end + 1) / 2;
    first = end;
  }
  return ranks;
}
