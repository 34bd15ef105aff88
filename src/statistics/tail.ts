import { meanOf } from "./moments.js";
import type { SortedColumn } from "./percentile.js";
import { replicateError } from "./replicates.js";
import type { Estimate } from "./estimate.js";

/**
 * The mean of the largest twentieth of the draws: what the bad futures cost on average (CVaR 95).
 *
 * @param column its values all finite
 *
 * Source of the error of independent draws: Manistre & Hancock, "Variance of the CTE estimator",
 * North American Actuarial Journal 9 (2005), equation 3.
 */
export function worstTwentieth({ sorted, replicates }: SortedColumn): Estimate {
  const value = tailMean(sorted);
  if (replicates) return { value, error: replicateError(replicates, tailMean).error };
  const tail = sorted.subarray(tailStart(sorted.length));
  const threshold = tail[0]!;
  const variance = tail.reduce((sum, x) => sum + (x - value) * (x - value), 0) / tail.length;
  const shift = 0.95 * (value - threshold) * (value - threshold);
  return { value, error: Math.sqrt((variance + shift) / tail.length) };
}

function tailMean(sorted: Float64Array): number {
  return meanOf(sorted.subarray(tailStart(sorted.length)));
}

function tailStart(n: number): number {
  return Math.min(n - 1, Math.floor(0.95 * n));
}
