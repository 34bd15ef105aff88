import type { CompiledModel } from "../engine/compile-model.js";
import type { Price, Scenario, Until } from "../scenario/scenario.js";
import type { Interval } from "../statistics/estimate.js";
import { compareWithPrice } from "./break-even.js";
import type { DrawnOutput } from "./drawn-output.js";
import type { Precision } from "./summary.js";

/** With fewer draws than this beyond a percentile, its interval is not believed and counts as NaN. */
const TAIL_DRAWS_MIN = 30;

/** The output whose precision ends a run that grows. */
export function measuredOutput({ prices }: Scenario, until: Until): string {
  return until.kind === "percentile" ? until.output : priceOf(prices, until.against).output;
}

/**
 * How precise a run is in what its scenario asks to be precise.
 *
 * @param output the draws so far of `measuredOutput`
 */
export function precisionOf(
  { prices, run }: Scenario,
  until: Until,
  model: CompiledModel,
  output: DrawnOutput,
): Precision {
  const used = output.draws;
  const about = { output: output.name, asked: until.halfWidth, planned: run.draws, used };
  switch (until.kind) {
    case "percentile": {
      const { percentile } = until;
      const interval = output.percentile(percentile);
      const beyond = (used * Math.min(percentile, 100 - percentile)) / 100;
      const half = beyond < TAIL_DRAWS_MIN ? NaN : halfWidth(interval);
      const reached = half === 0 ? 0 : half / Math.abs(interval.value);
      return { ...about, percentile, reached, met: reached <= until.halfWidth };
    }
    case "break-even": {
      const { against } = until;
      const { probability } = compareWithPrice(priceOf(prices, against), model, output);
      const reached = halfWidth(probability);
      return { ...about, against, reached, met: reached <= until.halfWidth };
    }
  }
}

/** The longer arm of an interval, which need not be symmetric. */
function halfWidth({ value, low, high }: Interval): number {
  return Math.max(value - low, high - value);
}

function priceOf(prices: readonly Price[], against: string): Price {
  return prices.find(({ name }) => name === against)!;
}
