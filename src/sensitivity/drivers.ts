import type { Replication } from "../sampling/design.js";
import type { Estimate, Interval } from "../statistics/estimate.js";
import { percentile, sortColumn } from "../statistics/percentile.js";
import { probabilityAtOrBelow } from "../statistics/probability.js";
import { midranks, spearman } from "./spearman.js";
import { tenthsOf } from "./tenths.js";

/** What one uncertain input does to one output. */
export interface Driver {
  readonly input: string;
  /** Spearman rank correlation of input and output. */
  readonly rank: number;
  /** Shares of the output's variance: alone, and with all interactions; absent where not worked out. */
  readonly first?: Estimate;
  readonly total?: Estimate;
  /** Median of the output among draws with the input in its lowest and in its highest tenth. */
  readonly low: Interval;
  readonly high: Interval;
  /** The same for the probability of staying at or below each price of this output. */
  readonly breakEven: readonly {
    readonly against: string;
    readonly low: Interval;
    readonly high: Interval;
  }[];
}

/** A price in the unit of the column it is held against. */
export interface Threshold {
  readonly name: string;
  readonly price: number;
}

/**
 * Ranks the inputs of an output by how far its median moves between the input's lowest and highest
 * tenth ("change in output statistic"). It uses the draws of the run and needs no others; inputs
 * that move together share what they do.
 *
 * @param values of the output, in draw order
 * @param uniforms by input name, one per draw, in the same order
 * @param replication of the run's design
 */
export function rankDrivers(
  values: Float64Array,
  uniforms: ReadonlyMap<string, Float64Array>,
  thresholds: readonly Threshold[],
  replication: Replication | undefined,
): readonly Driver[] {
  const ranks = midranks(values);
  const drivers = [...uniforms].map(([input, ofInput]): Driver => {
    const { low, high } = tenthsOf(values, ofInput, replication);
    return {
      input,
      rank: spearman(ofInput, ranks),
      low: percentile(sortColumn(low), 0.5),
      high: percentile(sortColumn(high), 0.5),
      breakEven: thresholds.map(({ name, price }) => ({
        against: name,
        low: probabilityAtOrBelow(low, price),
        high: probabilityAtOrBelow(high, price),
      })),
    };
  });
  return drivers.sort((a, b) => swing(b) - swing(a) || (a.input < b.input ? -1 : 1));
}

/** How far the median moves; an undefined median ranks last. */
function swing({ low, high }: Driver): number {
  const distance = Math.abs(high.value - low.value);
  return Number.isNaN(distance) ? -1 : distance;
}
