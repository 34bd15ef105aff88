import type { Estimate, Interval } from "../statistics/estimate.js";
import type { Column } from "../statistics/column.js";
import { type Ordered, sortWithOrder } from "../numeric/sort-ascending.js";
import { meanEstimate } from "../statistics/moments.js";
import { percentile, type SortedColumn } from "../statistics/percentile.js";
import { probabilityAtOrBelow } from "../statistics/probability.js";
import type { DrivingInputs } from "./driving-inputs.js";
import { sortedTenths } from "./sorted-tenths.js";
import { centredRanks, measured, spearman } from "./spearman.js";

/** What one uncertain input does to one output. */
export interface Driver {
  readonly input: string;
  /** Spearman rank correlation of input and output. */
  readonly rank: number;
  /** Shares of the output's variance: alone, and with all interactions; absent where not worked out. */
  readonly first?: Estimate;
  readonly total?: Estimate;
  /** Its Shapley effect, in their place where inputs that the output needs are correlated. */
  readonly shapley?: Estimate;
  /** Median of the output among draws with the input in its lowest and in its highest tenth. */
  readonly low: Interval;
  readonly high: Interval;
  /** The same for its mean and its tails; summaries of old have none. */
  readonly statistics?: Readonly<Record<"mean" | "p5" | "p95", Ends>>;
  /** The same for the probability of staying at or below each price of this output. */
  readonly breakEven: readonly {
    readonly against: string;
    readonly low: Interval;
    readonly high: Interval;
  }[];
}

/** A statistic of the output among draws with the input in its lowest and in its highest tenth. */
export interface Ends {
  readonly low: Interval;
  readonly high: Interval;
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
 * @param driving inputs, of the same draws in the same order
 * @param isRanked which of them
 * @param ordered the values sorted, where that has been done
 */
export function rankDrivers(
  values: Float64Array,
  { names, uniforms, tenths }: DrivingInputs,
  isRanked: (input: string) => boolean,
  thresholds: readonly Threshold[],
  ordered: Ordered = sortWithOrder(values),
): readonly Driver[] {
  const ranks = measured(centredRanks(ordered));
  const ranked = [...names.keys()].filter((place) => isRanked(names[place]!));
  const drivers = sortedTenths(ordered, tenths, ranked).map(({ low, high }, k): Driver => {
    const place = ranked[k]!;
    const at = (p: number): Ends => ({ low: percentile(low, p), high: percentile(high, p) });
    const columns = { low: columnOf(low), high: columnOf(high) };
    return {
      input: names[place]!,
      rank: spearman(uniforms[place]!, ranks),
      ...at(0.5),
      statistics: {
        mean: { low: meanInterval(columns.low), high: meanInterval(columns.high) },
        p5: at(0.05),
        p95: at(0.95),
      },
      breakEven: thresholds.map(({ name: against, price }) => ({
        against,
        low: probabilityAtOrBelow(columns.low, price),
        high: probabilityAtOrBelow(columns.high, price),
      })),
    };
  });
  return drivers.sort((a, b) => swing(b) - swing(a) || (a.input < b.input ? -1 : 1));
}

/** Sorted values are values in some order. */
function columnOf({ sorted, replicates }: SortedColumn): Column {
  return replicates ? { values: sorted, replicates } : { values: sorted };
}

function meanInterval(column: Column): Interval {
  const { value, low, high } = meanEstimate(column);
  return { value, low, high };
}

/** How far the median moves; an undefined median ranks last. */
function swing({ low, high }: Driver): number {
  const distance = Math.abs(high.value - low.value);
  return Number.isNaN(distance) ? -1 : distance;
}
