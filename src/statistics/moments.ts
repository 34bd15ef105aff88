import { studentQuantile } from "../numeric/student.js";
import { type Column, TAIL } from "./column.js";
import { replicateError, spreadOf } from "./replicates.js";
import type { Estimate, Interval } from "./estimate.js";
import { meanReach, spanned } from "./mean-interval.js";

/** Mean and standard deviation of the values with standard errors, the mean with an interval too. */
export interface Moments {
  readonly mean: Estimate & Interval;
  readonly sd: Estimate;
}

/**
 * Mean and standard deviation, in two passes with pairwise sums.
 *
 * The error of the standard deviation of independent draws is by the delta method from the fourth
 * central moment. Source: Kendall & Stuart, The Advanced Theory of Statistics vol. 1 (1977), 10.15.
 */
export function moments(column: Column): Moments {
  const { values, replicates } = column;
  const mean = meanEstimate(column);
  const { second, fourth } = centralMoments(values, mean.value);
  const n = values.length;
  const sd = Math.sqrt((second * n) / (n - 1));
  if (replicates) return { mean, sd: { value: sd, error: replicateError(replicates, sdOf).error } };
  const sdError = sd === 0 ? 0 : Math.sqrt((fourth - second * second) / n) / (2 * sd);
  return { mean, sd: { value: sd, error: sdError } };
}

/** The mean of `moments` alone, for a third of the time. */
export function meanEstimate({ values, replicates }: Column): Estimate & Interval {
  const value = meanOf(values);
  if (replicates) {
    const means = replicates.map(meanOf);
    const { error } = spreadOf(means);
    const { below, above } = meanReach(replicates.map((part, r) => spanned(part, means[r]!)));
    return { value, error, low: value - below, high: value + above };
  }
  const n = values.length;
  const sd = Math.sqrt(((sumOfPowers(values, value, 2) / n) * n) / (n - 1));
  const error = sd / Math.sqrt(n);
  const reach = studentQuantile(1 - TAIL, n - 1) * error;
  return { value, error, low: value - reach, high: value + reach };
}

/** The arithmetic mean. */
export function meanOf(values: Float64Array): number {
  return pairwiseSum(values, 0, values.length, 0, 1) / values.length;
}

/** The sum of the values' distances from a centre, or of their squares. */
function sumOfPowers(values: Float64Array, centre: number, power: 1 | 2): number {
  return pairwiseSum(values, 0, values.length, centre, power);
}

function sdOf(values: Float64Array): number {
  const { second } = centralMoments(values, meanOf(values));
  return Math.sqrt((second * values.length) / (values.length - 1));
}

function centralMoments(values: Float64Array, mean: number): { second: number; fourth: number } {
  const n = values.length;
  const second = pairwiseSum(values, 0, n, mean, 2) / n;
  return { second, fourth: pairwiseSum(values, 0, n, mean, 4) / n };
}

/**
 * Sum of powers of the distances from a centre; its rounding error grows with the logarithm of the
 * number of values.
 * Source: Higham, "The accuracy of floating point summation", SIAM J. Sci. Comput. 14 (1993).
 */
function pairwiseSum(
  values: Float64Array,
  start: number,
  end: number,
  centre: number,
  power: 1 | 2 | 4,
): number {
  if (end - start <= 128) {
    switch (power) {
      case 1:
        return sumOfDistances(values, start, end, centre);
      case 2:
        return sumOfSquares(values, start, end, centre);
      case 4:
        return sumOfFourths(values, start, end, centre);
    }
  }
  const middle = start + 128 * Math.floor((end - start) / 256 + 0.5);
  return (
    pairwiseSum(values, start, middle, centre, power) +
    pairwiseSum(values, middle, end, centre, power)
  );
}

// One loop each: a loop that chose its power for every value would take three times as long.

function sumOfDistances(values: Float64Array, start: number, end: number, centre: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += values[i]! - centre;
  return sum;
}

function sumOfSquares(values: Float64Array, start: number, end: number, centre: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) {
    const distance = values[i]! - centre;
    sum += distance * distance;
  }
  return sum;
}

function sumOfFourths(values: Float64Array, start: number, end: number, centre: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) {
    const distance = values[i]! - centre;
    const square = distance * distance;
    sum += square * square;
  }
  return sum;
}
