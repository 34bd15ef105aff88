import { columnOf } from "../statistics/column.js";
import type { Interval } from "../statistics/estimate.js";
import { percentileOf } from "../statistics/percentile.js";
import { probabilityAtOrBelow } from "../statistics/probability.js";
import type { FinishedRun } from "./finished-run.js";

/** Halvings of the run that are looked at. */
const STAGES = 6;
const DRAWS_MIN = 400;
/** Fewer replicates than this say little of their spread. */
const REPLICATES_MIN = 8;

/** What the leading output came to after part of the draws: does the answer still move? */
export interface Convergence {
  readonly output: string;
  /** The price whose probability is followed; without one only the median is. */
  readonly against?: string;
  /** Twice as many draws each, the last one all of them. */
  readonly stages: readonly Stage[];
}

/** The answer after so many draws, counted from the first. */
export interface Stage {
  readonly draws: number;
  readonly median: Interval;
  readonly probability?: Interval;
}

/**
 * How the median and the probability of the first price settled as draws were added; undefined where
 * nothing is uncertain, a draw is undefined, or the draws were too many to be held.
 */
export function convergenceOf({
  outputs,
  breakEven,
  replication,
  plan,
}: FinishedRun): Convergence | undefined {
  const [output] = outputs;
  if (!output || output.fixed || output.undefinedDraws > 0) return undefined;
  if (output.first.length < output.draws) return undefined;
  const price = breakEven.find((comparison) => comparison.output === output.name);
  const counts = Array.from({ length: STAGES }, (_, k) => {
    return Math.floor(plan.run.draws / 2 ** (STAGES - 1 - k));
  });
  const stages = counts.flatMap((draws): readonly Stage[] => {
    const column = columnOf(output.first.subarray(0, draws), replication);
    const few = column.replicates && column.replicates.length < REPLICATES_MIN;
    if (draws < DRAWS_MIN || few) return [];
    const median = percentileOf(column, 0.5);
    return price === undefined
      ? [{ draws, median }]
      : [{ draws, median, probability: probabilityAtOrBelow(column, price.price) }];
  });
  if (stages.length < 2) return undefined;
  return { output: output.name, ...(price ? { against: price.against } : {}), stages };
}
