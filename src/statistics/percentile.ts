import { regularizedBeta } from "../numeric/incomplete-beta.js";
import { normalQuantile } from "../numeric/normal.js";
import { orderStatistics } from "../numeric/order-statistics.js";
import { sortAscending, sortWithOrder } from "../numeric/sort-ascending.js";
import { type Column, TAIL } from "./column.js";
import { intervalOf } from "./replicates.js";
import type { Interval } from "./estimate.js";

/** Sorted values, as a whole and by replicate; made once, asked many times. */
export interface SortedColumn {
  /** All values, ascending; draws that are not numbers at the end. */
  readonly sorted: Float64Array;
  /** Each replicate's values, ascending. */
  readonly replicates?: readonly Float64Array[];
  /** Draws that are not numbers. */
  readonly unknown: number;
}

/** Sorts a column for percentiles, as a whole and within its replicates. */
export function sortColumn({ values, replicates }: Column): SortedColumn {
  if (!replicates) return sortedColumn(sortAscending(values));
  // Sorted once: the replicates are dealt out of the whole in order.
  const whole = new Float64Array(values.length);
  const owners = new Uint16Array(values.length);
  const next = new Uint32Array(replicates.length);
  let start = 0;
  for (const [replicate, part] of replicates.entries()) {
    whole.set(part, start);
    next[replicate] = start;
    owners.fill(replicate, start, (start += part.length));
  }
  const { sorted, order } = sortWithOrder(whole);
  // No longer needed in the order of the replicates, it takes each of them sorted.
  for (let k = 0; k < order.length; k++) whole[next[owners[order[k]!]!]!++] = sorted[k]!;
  start = 0;
  const parts = replicates.map(({ length }) => whole.subarray(start, (start += length)));
  return sortedColumn(sorted, parts);
}

/** Sorted values with the count of those that are not numbers. */
export function sortedColumn(
  sorted: Float64Array,
  replicates?: readonly Float64Array[],
): SortedColumn {
  let known = sorted.length;
  while (known > 0 && Number.isNaN(sorted[known - 1]!)) known--;
  const unknown = sorted.length - known;
  return replicates ? { sorted, replicates, unknown } : { sorted, unknown };
}

/**
 * A quantile of the draws (Hyndman & Fan's type 7) with a 95% interval.
 *
 * Independent draws take the order statistics whose ranks a binomial leaves outside with at most
 * 2.5% at each end (David & Nagaraja, Order Statistics, 2003, section 7.1); replicates the spread of
 * their own quantiles. Draws that are not numbers count as larger than any number.
 *
 * @param p share of draws below, in (0, 1)
 */
export function percentile(column: SortedColumn, p: number): Interval {
  const { sorted, replicates, unknown } = column;
  const whole = byRank(sorted);
  const parts = replicates && unknown === 0 ? replicates.map(byRank) : undefined;
  return intervalAt(whole, parts, unknown, p);
}

/**
 * The same for several shares at once, without sorting: what is left of a run when its draws are not
 * looked at again.
 *
 * @param shares in (0, 1)
 * @returns one interval per share
 */
export function percentilesOf(column: Column, shares: readonly number[]): readonly Interval[] {
  const { values, replicates } = column;
  const last = values.length - 1;
  const whole = ranked(values, [...shares.flatMap((p) => ranksFor(values, p, !replicates)), last]);
  if (Number.isNaN(whole.at(last))) {
    const sorted = sortColumn(column);
    return shares.map((p) => percentile(sorted, p));
  }
  const parts = replicates?.map((part) =>
    ranked(
      part,
      shares.flatMap((p) => ranksFor(part, p, false)),
    ),
  );
  return shares.map((p) => intervalAt(whole, parts, 0, p));
}

/** Values by their rank from 0. */
interface Ranked {
  readonly length: number;
  readonly at: (rank: number) => number;
}

function byRank(sorted: Float64Array): Ranked {
  return { length: sorted.length, at: (rank) => sorted[rank]! };
}

function ranked(values: Float64Array, ranks: readonly number[]): Ranked {
  const asked = [...new Set(ranks)].sort((a, b) => a - b);
  const found = orderStatistics(values, asked);
  const places = new Map(asked.map((rank, place) => [rank, place]));
  return { length: values.length, at: (rank) => found[places.get(rank)!]! };
}

/** The ranks from 0 that a quantile is made from, and its interval where draws are independent. */
function ranksFor({ length }: Float64Array, p: number, interval: boolean): readonly number[] {
  const below = Math.floor((length - 1) * p);
  const around = [below, Math.min(below + 1, length - 1)];
  if (!interval) return around;
  const { lower, upper } = rankInterval(length, p);
  return [...around, Math.max(0, lower - 1), Math.min(length, upper) - 1];
}

function intervalAt(
  whole: Ranked,
  parts: readonly Ranked[] | undefined,
  unknown: number,
  p: number,
): Interval {
  const value = quantileAt(whole, p);
  if (parts) {
    return intervalOf(
      value,
      parts.map((part) => quantileAt(part, p)),
    );
  }
  const { lower, upper } = rankInterval(whole.length, p);
  return {
    value,
    low: whole.at(Math.max(0, lower - 1 - unknown)),
    high: whole.at(Math.min(whole.length, upper) - 1),
  };
}

/** Type 7; as simple-statistics has it, without what that costs to load. */
function quantileAt({ length, at }: Ranked, p: number): number {
  const position = (length - 1) * p;
  const below = Math.floor(position);
  if (below === position) return at(below);
  return at(below) + (position - below) * (at(below + 1) - at(below));
}

/** `percentilesOf` a single share. */
export function percentileOf(column: Column, p: number): Interval {
  return percentilesOf(column, [p])[0]!;
}

/**
 * Ranks (from 1) of the order statistics that bound a quantile with at least 95% confidence.
 * A rank of 0 or n + 1 says that so few draws leave that end open.
 */
export function rankInterval(
  n: number,
  p: number,
): { readonly lower: number; readonly upper: number } {
  return { lower: binomialQuantile(TAIL, n, p), upper: binomialQuantile(1 - TAIL, n, p) + 1 };
}

/** Smallest k with P(Binomial(n, p) <= k) >= probability, searched from the normal approximation. */
function binomialQuantile(probability: number, n: number, p: number): number {
  const cdf = (k: number): number =>
    k < 0 ? 0 : k >= n ? 1 : regularizedBeta(1 - p, n - k, k + 1);
  const guess = n * p + normalQuantile(probability) * Math.sqrt(n * p * (1 - p));
  let k = Math.min(Math.max(Math.floor(guess), 0), n);
  while (k > 0 && cdf(k - 1) >= probability) k--;
  while (cdf(k) < probability) k++;
  return k;
}
