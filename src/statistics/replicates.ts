import type { Interval } from "./estimate.js";
import { studentReach } from "./student-reach.js";

/** Batches that take the place of replicates where draws are independent. */
export const BATCHES = 8;

/**
 * The standard error of a statistic from its spread over independent replicates.
 *
 * @param replicates values of each replicate
 * @param statistic computed on the values of one replicate
 * @returns the error and the half-width of a 95% interval (Student t, replicates - 1 degrees)
 *
 * Source: Owen, Monte Carlo theory, methods and examples (2013), section 17.2 (replication).
 */
export function replicateError(
  replicates: readonly Float64Array[],
  statistic: (values: Float64Array) => number,
): { readonly error: number; readonly halfWidth: number } {
  return spreadOf(replicates.map(statistic));
}

/** The same from the estimates themselves, one of each replicate. */
export function spreadOf(estimates: readonly number[]): {
  readonly error: number;
  readonly halfWidth: number;
} {
  const mean = estimates.reduce((sum, estimate) => sum + estimate, 0) / estimates.length;
  const squares = estimates.reduce((sum, estimate) => sum + (estimate - mean) ** 2, 0);
  const error = Math.sqrt(squares / (estimates.length * (estimates.length - 1)));
  return { error, halfWidth: error * studentReach(estimates.length) };
}

/** An estimate over all draws with the 95% interval that the replicates' own estimates give. */
export function intervalOf(value: number, estimates: readonly number[]): Interval {
  const { halfWidth } = spreadOf(estimates);
  return { value, low: value - halfWidth, high: value + halfWidth };
}

/**
 * How far a share may lie from what every replicate counts alike, at 95%. Well-spread draws count a
 * share to the draw below or above it; were it more than this part of a draw off, one replicate of so
 * many would have counted otherwise (the rule of three).
 *
 * Source: Hanley & Lippman-Hand, "If nothing goes wrong, is everything all right?", JAMA 249 (1983).
 */
export function partOfADraw(sizes: readonly number[]): number {
  return Math.min(0.5, 3 / sizes.length) / Math.min(...sizes);
}
