import { type Column, NORMAL_REACH } from "./column.js";
import { countAtOrBelow } from "./count-at-or-below.js";
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
  const counted = (part: Float64Array): Counted => {
    return { hits: countAtOrBelow(part, threshold), count: part.length };
  };
  return shareOf(counted(values), countUnknown(values), replicates?.map(counted));
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

/** Draws that are not numbers, counted as `countAtOrBelow` does. */
function countUnknown(values: Float64Array): number {
  let count = 0;
  let k = 0;
  for (; k + 3 < values.length; k += 4) {
    count += Number(Number.isNaN(values[k]!)) + Number(Number.isNaN(values[k + 1]!));
    count += Number(Number.isNaN(values[k + 2]!)) + Number(Number.isNaN(values[k + 3]!));
  }
  for (; k < values.length; k++) count += Number(Number.isNaN(values[k]!));
  return count;
}

/** Wilson's score interval of a share, 95%. */
export function wilson(hits: number, n: number): { readonly low: number; readonly high: number } {
  const share = hits / n;
  const square = NORMAL_REACH * NORMAL_REACH;
  const centre = (share + square / (2 * n)) / (1 + square / n);
  const spread = Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  const halfWidth = (NORMAL_REACH * spread) / (1 + square / n);
  return {
    low: hits === 0 ? 0 : Math.max(0, centre - halfWidth),
    high: hits === n ? 1 : Math.min(1, centre + halfWidth),
  };
}
