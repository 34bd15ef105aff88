import type { Interval } from "../statistics/estimate.js";
import { intervalOf } from "../statistics/replicates.js";

/**
 * The mean of the replicates' solutions and its interval; where some have none, the solution of all
 * draws, open on their side.
 *
 * @param each infinite where a replicate has no solution, on the side where it would lie
 */
export function intervalOfSolved(each: readonly number[], whole: () => number): Interval {
  const finite = each.filter(Number.isFinite);
  const mean = finite.reduce((sum, value) => sum + value, 0) / finite.length;
  if (finite.length === each.length) return intervalOf(mean, each);
  const value = whole();
  const { low, high } =
    finite.length > 1 ? intervalOf(value, finite) : { low: -Infinity, high: Infinity };
  return {
    value,
    low: each.includes(-Infinity) ? -Infinity : low,
    high: each.includes(Infinity) ? Infinity : high,
  };
}
