import { type Column, NORMAL_REACH } from "./column.js";
import { partOfADraw, spreadOf } from "./replicates.js";
import type { Interval } from "./estimate.js";

/** With fewer hits or misses than this, the spread over replicates says too little. */
const RARE = 30;

/** Draws at or below a threshold, of so many. */
export interface Counted {
  readonly hits: number;
  readonly count: number;
}

/** The share of draws at or below a threshold, with a 95% interval; see `shareOf`. */
export function probabilityAtOrBelow(column: Column, threshold: number): Interval {
  const { values, replicates } = column;
  const { hits, unknown } = countIn(values, threshold);
  const counted = (part: Float64Array): Counted => {
    return { hits: countIn(part, threshold).hits, count: part.length };
  };
  return shareOf({ hits, count: values.length }, unknown, replicates?.map(counted));
}

/**
 * A share of draws with a 95% interval.
 *
 * Independent draws take Wilson's interval; replicates their own spread, except where hits or misses
 * are rare, where Wilson's is kept as the wider one. Draws that are not numbers count as above, and
 * widen the interval by their share: they could have gone either way.
 *
 * Source: Wilson, JASA 22 (1927); recommended by Brown, Cai & DasGupta, Statistical Science 16 (2001).
 */
export function shareOf(
  { hits, count }: Counted,
  unknown: number,
  replicates: readonly Counted[] | undefined,
): Interval {
  const value = hits / count;
  const low = wilson(hits, count).low;
  const high = wilson(hits + unknown, count).high;
  if (!replicates || Math.min(hits, count - hits) < RARE) return { value, low, high };
  const shares = replicates.map((part) => part.hits / part.count);
  const halfWidth =
    new Set(shares).size > 1
      ? spreadOf(shares).halfWidth
      : partOfADraw(replicates.map((part) => part.count));
  return {
    value,
    low: Math.max(0, value - halfWidth),
    high: Math.min(1, value + unknown / count + halfWidth),
  };
}

/**
 * Draws at or below a threshold, and draws that are not numbers. Sums of truths: a branch would be
 * guessed wrong for many a draw; four a turn, which costs as much as a draw.
 */
function countIn(values: Float64Array, threshold: number): { hits: number; unknown: number } {
  let hits = 0;
  let above = 0;
  let k = 0;
  for (; k + 3 < values.length; k += 4) {
    const a = values[k]!;
    const b = values[k + 1]!;
    const c = values[k + 2]!;
    const d = values[k + 3]!;
    hits += Number(a <= threshold) + Number(b <= threshold);
    hits += Number(c <= threshold) + Number(d <= threshold);
    above += Number(a > threshold) + Number(b > threshold);
    above += Number(c > threshold) + Number(d > threshold);
  }
  for (; k < values.length; k++) {
    hits += Number(values[k]! <= threshold);
    above += Number(values[k]! > threshold);
  }
  return { hits, unknown: values.length - hits - above };
}

/** Wilson's score interval of a share, 95%. */
export function wilson(hits: number, n: number): { readonly low: number; readonly high: number } {
  const share = hits / n;
  const centre =
    (share + (NORMAL_REACH * NORMAL_REACH) / (2 * n)) / (1 + (NORMAL_REACH * NORMAL_REACH) / n);
  const spread = Math.sqrt((share * (1 - share)) / n + (NORMAL_REACH * NORMAL_REACH) / (4 * n * n));
  const halfWidth = (NORMAL_REACH * spread) / (1 + (NORMAL_REACH * NORMAL_REACH) / n);
  return {
    low: hits === 0 ? 0 : Math.max(0, centre - halfWidth),
    high: hits === n ? 1 : Math.min(1, centre + halfWidth),
  };
}
