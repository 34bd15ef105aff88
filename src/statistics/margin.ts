import type { Estimate, Interval } from "./estimate.js";
import { jackknife } from "./jackknife.js";
import type { Parts } from "./parts.js";

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
  const mean = (sum: Float64Array, count: Float64Array): Estimate & Interval =>
    jackknife([sum, count], ([a, b]) => a! / b!);
  return {
    ...(losses < SIDE_MIN ? {} : { whenLosing: mean(lost!, losing!) }),
    ...(values.length - losses < SIDE_MIN ? {} : { whenWinning: mean(won!, winning!) }),
    losing: losses,
  };
}
