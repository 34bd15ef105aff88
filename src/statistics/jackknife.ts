import type { Estimate, Interval } from "./estimate.js";
import { studentReach } from "./student-reach.js";

/**
 * A function of sums over draws, such as a ratio of two, with its error from how it changes when one
 * independent part of the run is left out.
 *
 * @param sums for each sum, its value in every part
 * @param statistic of the sums over all parts; NaN where it is undefined
 * @returns the estimate, its standard error and a 95% interval (Student t, parts - 1 degrees)
 *
 * Source: Shao & Tu, The Jackknife and Bootstrap (1995): the delete-a-group jackknife.
 */
export function jackknife(
  sums: readonly Float64Array[],
  statistic: (totals: readonly number[]) => number,
): Estimate & Interval {
  const totals = sums.map((parts) => parts.reduce((sum, part) => sum + part, 0));
  const count = sums[0]!.length;
  const without = Array.from({ length: count }, (_, part) =>
    statistic(totals.map((total, k) => total - sums[k]![part]!)),
  );
  const middle = without.reduce((sum, x) => sum + x, 0) / count;
  const squares = without.reduce((sum, x) => sum + (x - middle) * (x - middle), 0);
  const error = Math.sqrt((squares * (count - 1)) / count);
  const reach = error * studentReach(count);
  const value = statistic(totals);
  return { value, error, low: value - reach, high: value + reach };
}
