import type { Interval } from "./estimate.js";

/**
 * The difference of two estimates taken as independent, its interval by squaring and adding the
 * distances to theirs, which need not be symmetric. Runs of one seed share their draws: where that
 * moves both the same way, as it does as a rule, their true error is smaller, and this interval is on
 * the safe side.
 *
 * Source: Newcombe, 1998, Interval estimation for the difference between independent proportions,
 * Statistics in Medicine 17, method 10.
 */
export function independentDifference(before: Interval, now: Interval): Interval {
  const value = now.value - before.value;
  return {
    value,
    low: value - Math.hypot(now.value - now.low, before.high - before.value),
    high: value + Math.hypot(now.high - now.value, before.value - before.low),
  };
}
