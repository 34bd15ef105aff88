import type { Estimate, Interval } from "./estimate.js";
import { jackknife } from "./jackknife.js";
import { studentQuantile } from "../numeric/student.js";
import { TAIL } from "./column.js";
import type { Parts } from "./parts.js";
import { partOfADraw } from "./replicates.js";

/** What is left of a price on average in the draws that exceed it, and in those that do not. */
export interface SplitMargin {
  /** Below 0; absent where no draw, or too few, exceed the price. */
  readonly whenLosing?: Estimate & Interval;
  /** At or above 0; absent where no draw, or too few, stay within the price. */
  readonly whenWinning?: Estimate & Interval;
  readonly losing: number;
}

/** Fewer draws than this say too little of their mean. */
export const SIDE_MIN = 30;

/**
 * The mean of price - value on either side of the price.
 *
 * @param values one per draw, all finite; in the unit of `price`
 */
export function splitMargin(values: Float64Array, price: number, parts: Parts): SplitMargin {
  const sums = Array.from({ length: 4 }, () => new Float64Array(parts.count));
  for (let draw = 0; draw < values.length; draw++) {
    const margin = price - values[draw]!;
    const side = margin < 0 ? 0 : 2;
    const part = parts.of[draw]!;
    sums[side]![part]! += margin;
    sums[side + 1]![part]! += 1;
  }
  const [lost, losing, won, winning] = sums;
  const losses = losing!.reduce((sum, part) => sum + part, 0);
  const sizes = Array.from(losing!, (count, part) => ({ length: count + winning![part]! }));
  const mean = (sum: Float64Array, count: Float64Array): Estimate & Interval =>
    withCount(
      jackknife([sum, count], ([a, b]) => a! / b!),
      count,
      sizes,
    );
  return {
    ...(losses < SIDE_MIN ? {} : { whenLosing: mean(lost!, losing!) }),
    ...(values.length - losses < SIDE_MIN ? {} : { whenWinning: mean(won!, winning!) }),
    losing: losses,
  };
}

/**
 * A mean over a side that every part counts alike: the count is known to part of a draw only, which
 * draws at the price, where the margin is 0, would add to it or take from it.
 */
function withCount(
  mean: Estimate & Interval,
  count: Float64Array,
  sizes: readonly { readonly length: number }[],
): Estimate & Interval {
  if (count.some((one) => one !== count[0])) return mean;
  const draws = sizes.reduce((sum, { length }) => sum + length, 0);
  const share = (count[0]! * count.length) / draws;
  const reach = (Math.abs(mean.value) * partOfADraw(sizes.map(({ length }) => length))) / share;
  const error = Math.hypot(mean.error, reach / studentQuantile(1 - TAIL, count.length - 1));
  return { value: mean.value, error, low: mean.low - reach, high: mean.high + reach };
}
