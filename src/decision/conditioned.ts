import { type Column, NORMAL_REACH } from "../statistics/column.js";
import { countAtOrBelow } from "../statistics/count-at-or-below.js";
import type { Interval } from "../statistics/estimate.js";
import { percentileOf } from "../statistics/percentile.js";
import { probabilityAtOrBelow } from "../statistics/probability.js";
import { intervalOf } from "../statistics/replicates.js";

/** As few draws as a run may have; with fewer, intervals say too little. */
const CONDITIONED_DRAWS_MIN = 400;
/** Fewer in one replicate, and its own estimates say nothing. */
const REPLICATE_DRAWS_MIN = 30;

/** What a column is among the draws that satisfy a condition. */
export interface Conditioned {
  /** How often it is at or below the threshold; absent without one. */
  readonly probability?: Interval;
  /** That less the same of all draws. */
  readonly difference?: Interval;
  readonly p5: Interval;
  readonly p50: Interval;
  readonly p95: Interval;
}

/**
 * The distribution of a column among the draws in which a condition holds: no draw is made anew. The
 * errors are those of ratios, from the replicates, each of which has its own number of such draws;
 * where one has fewer than 30 the draws are taken as independent.
 *
 * @param holds beside the column: 1 where the condition holds
 * @returns undefined where it holds in fewer than 400 draws
 *
 * Source: Owen, Monte Carlo theory, methods and examples (2013), section 8.6 (ratios) and 17.2.
 */
export function conditioned(
  column: Column,
  holds: Column,
  threshold: number | undefined,
): Conditioned | undefined {
  const kept = keptOf(column, holds);
  if (kept.values.length < CONDITIONED_DRAWS_MIN) return undefined;
  return {
    ...(threshold === undefined
      ? {}
      : {
          probability: probabilityAtOrBelow(kept, threshold),
          difference: changeOfShare(column, kept, threshold),
        }),
    p5: percentileOf(kept, 0.05),
    p50: percentileOf(kept, 0.5),
    p95: percentileOf(kept, 0.95),
  };
}

/**
 * The draws of a column in which a condition holds; taken as independent where a replicate has fewer
 * than 30 of them.
 */
export function keptOf(column: Column, holds: Column): Column {
  const keep = (values: Float64Array, flags: Float64Array): Float64Array => {
    const those = new Float64Array(values.length);
    let count = 0;
    for (let k = 0; k < values.length; k++) if (flags[k] === 1) those[count++] = values[k]!;
    return those.slice(0, count);
  };
  const values = keep(column.values, holds.values);
  const replicates = column.replicates?.map((part, r) => keep(part, holds.replicates![r]!));
  const enough = replicates?.every(({ length }) => length >= REPLICATE_DRAWS_MIN);
  return enough ? { values, replicates: replicates! } : { values };
}

/** Those kept are among all, so that the two move together. */
function changeOfShare(all: Column, kept: Column, threshold: number): Interval {
  const share = (values: Float64Array): number => countAtOrBelow(values, threshold) / values.length;
  const value = share(kept.values) - share(all.values);
  if (kept.values.length === all.values.length) return { value: 0, low: 0, high: 0 };
  if (kept.replicates) {
    const parts = kept.replicates.map((part, r) => share(part) - share(all.replicates![r]!));
    return intervalOf(value, parts);
  }
  return { value, ...independentEnds(value, share(all.values), [kept, all]) };
}

/**
 * Independent draws: the change is the share left out times the difference between those kept and
 * those left out, and all three are uncertain (delta method).
 */
function independentEnds(
  value: number,
  ofAll: number,
  [kept, all]: readonly [Column, Column],
): Pick<Interval, "low" | "high"> {
  const draws = all.values.length;
  const part = kept.values.length / draws;
  const ofKept = ofAll + value;
  const ofLeft = (ofAll - part * ofKept) / (1 - part);
  const within =
    (ofKept * (1 - ofKept)) / (part * draws) + (ofLeft * (1 - ofLeft)) / ((1 - part) * draws);
  const between = (ofKept - ofLeft) ** 2 * ((part * (1 - part)) / draws);
  const reach = NORMAL_REACH * Math.sqrt((1 - part) ** 2 * within + between);
  return { low: value - reach, high: value + reach };
}
