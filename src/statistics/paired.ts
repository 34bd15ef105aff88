import type { Replication } from "../sampling/design.js";
import { selectQuantile } from "../numeric/select.js";
import { countAtOrBelow } from "./count-at-or-below.js";
import { type Column, columnOf } from "./column.js";
import type { Interval } from "./estimate.js";
import { BATCHES, intervalOf, partOfADraw } from "./replicates.js";

/** Two columns over the same draws, such as an output as it is and as a shock makes it. */
export interface PairedColumns {
  readonly first: Column;
  readonly second: Column;
}

/**
 * Deals two columns out to replicates, or to batches of independent draws, so that what differs
 * between them can be measured draw by draw.
 *
 * @param first as long as `second`
 */
export function pairedColumns(
  first: Float64Array,
  second: Float64Array,
  replication: Replication | undefined,
): PairedColumns {
  const dealt = replication ?? { count: BATCHES, block: Math.ceil(first.length / BATCHES) };
  return { first: columnOf(first, dealt), second: columnOf(second, dealt) };
}

/**
 * How much larger the share of draws at or below a threshold is in the second column, with a 95%
 * interval: common random numbers leave it far more certain than either share. Exactly 0 where no
 * draw changes sides. Draws that are not numbers count as above.
 *
 * Source: Owen, Monte Carlo theory, methods and examples (2013), section 8.6 (common random numbers).
 */
export function shareDifference({ first, second }: PairedColumns, threshold: number): Interval {
  if (sidesAgree(first.values, second.values, threshold)) return { value: 0, low: 0, high: 0 };
  const share = (values: Float64Array): number => countAtOrBelow(values, threshold) / values.length;
  const found = difference({ first, second }, share);
  const half = Math.max(
    found.high - found.value,
    partOfADraw(second.replicates!.map(({ length }) => length)),
  );
  return { value: found.value, low: found.value - half, high: found.value + half };
}

/**
 * How much larger a quantile is in the second column, with a 95% interval. Draws that are not numbers
 * count as larger than any number; the difference is then no number where the quantile is none.
 *
 * @param p share of draws below, in (0, 1)
 */
export function quantileDifference(columns: PairedColumns, p: number): Interval {
  return difference(columns, (values) => selectQuantile(values.slice(), p));
}

function difference(
  { first, second }: PairedColumns,
  statistic: (values: Float64Array) => number,
): Interval {
  const parts = first.replicates!.map((part, r) => {
    return statistic(second.replicates![r]!) - statistic(part);
  });
  return intervalOf(statistic(second.values) - statistic(first.values), parts);
}

function sidesAgree(first: Float64Array, second: Float64Array, threshold: number): boolean {
  return first.every((value, k) => value <= threshold === second[k]! <= threshold);
}
