import { compileModel } from "../engine/compile-model.js";
import { designOf } from "../sampling/design-of.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Interval } from "../statistics/estimate.js";
import { fixedDraws } from "./fixed-draws.js";
import { withFreed } from "./freed.js";
import { correlatedWith, scaleOf } from "./look-up.js";
import { type Axis, combinations, sweep, type SweepPoint } from "./sweep.js";

/** The points of a sweep in the units of the inputs and the output. */
export interface Swept {
  /** Every combination of the axes' values, the last axis fastest. */
  readonly points: readonly SweepPoint[];
  /** Inputs that are correlated with those of the axes, and left as they are. */
  readonly correlated: readonly string[];
}

/**
 * An output of a scenario as inputs or fixed numbers take values in turn, all from the same draws.
 *
 * @param axes values in the unit of each input
 * @param prices in the unit of the output
 */
export function sweepScenario(
  scenario: Scenario,
  output: string,
  axes: readonly Axis[],
  prices: readonly number[],
): Swept {
  const names = axes.map(({ input }) => input);
  const freed = withFreed({ ...scenario, outputs: [output] }, names);
  const model = compileModel(freed);
  const scale = scaleOf(model, output);
  const scales = names.map((name) => scaleOf(model, name));
  const inBase = axes.map(({ input, values }, k) => ({
    input,
    values: values.map((value) => value * scales[k]!),
  }));
  const basePrices = prices.map((price) => price * scale);
  const draws = fixedDraws(model, designOf(freed));
  const swept = sweep(draws, inBase, 0, basePrices, "held");
  const own = ({ value, low, high }: Interval): Interval => {
    return { value: value / scale, low: low / scale, high: high / scale };
  };
  const places = combinations(axes);
  return {
    points: swept.map((point, k) => ({
      ...point,
      at: places[k]!,
      mean: { value: point.mean.value / scale, error: point.mean.error / scale },
      ...{ p5: own(point.p5), p50: own(point.p50), p95: own(point.p95) },
    })),
    correlated: correlatedWith(scenario, model, names),
  };
}
