import type { Ordered } from "../numeric/sort-ascending.js";
import type { Estimate, Interval } from "../statistics/estimate.js";
import type { Moments } from "../statistics/moments.js";

/** What the draws of an output say, in its own unit: held in memory, or only counted (`Tallied`). */
export interface DrawnOutput {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** Base units in one of `unit`. */
  readonly scale: number;
  /** Depends on no uncertain input: every draw is the same and nothing has an error. */
  readonly fixed: boolean;
  readonly draws: number;
  /** The first draws; all of them where they are held. */
  readonly first: Float64Array;
  /** The draws sorted, where all of them are held. */
  readonly ordered?: Ordered;
  /** Draws whose value is not a finite number. */
  readonly undefinedDraws: number;
  /** The numbers of the first of them, three at most. */
  readonly undefinedAt: readonly number[];
  /** Errors come from replicates rather than from independent draws. */
  readonly replicated: boolean;
  /** A percentile, 0 to 100, with its interval. */
  readonly percentile: (p: number) => Interval;
  /**
   * How often it is at or below a price.
   *
   * @throws {RangeError} for a price that a tally was not asked to count
   */
  readonly probability: (price: number) => Interval;
  /** Mean and standard deviation; only where every draw is finite. */
  readonly moments: () => Moments;
  /** The mean of the largest twentieth; only where every draw is finite. */
  readonly worstTwentieth: () => Estimate;
  /** How heavy its heavier tail is (`tailIndex`); only where every draw is finite. */
  readonly tailIndex: () => number;
  /** Quantiles at ascending shares, without intervals. */
  readonly quantiles: (shares: readonly number[]) => readonly number[];
}

/** A value that has no error. */
export function exactly(value: number): Interval {
  return { value, low: value, high: value };
}

/** What an output that never varies says of its one value. */
export function fixedOutput(
  value: number,
): Pick<DrawnOutput, "percentile" | "probability" | "moments" | "worstTwentieth"> {
  return {
    percentile: () => exactly(value),
    probability: (price) => exactly(Number(value <= price)),
    moments: () => ({ mean: { ...exactly(value), error: 0 }, sd: { value: 0, error: 0 } }),
    worstTwentieth: () => ({ value, error: 0 }),
  };
}
