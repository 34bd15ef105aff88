import type { Interval } from "../statistics/estimate.js";
import { probabilityAtOrBelow } from "../statistics/probability.js";
import type { FixedDraws } from "./fixed-draws.js";
import { type Axis, combinations } from "./sweep.js";

/**
 * How likely an output stays at or below a price with inputs set to values in turn, every combination
 * of them, the last axis fastest; what correlates with them follows.
 *
 * @param output place of the output among those of the model
 * @param price in base units
 */
export function oddsOver(
  draws: FixedDraws,
  axes: readonly Axis[],
  output: number,
  price: number,
): readonly Interval[] {
  return combinations(axes).map((at) => {
    const settings = new Map(axes.map(({ input }, k) => [input, at[k]!]));
    const values = draws.evaluateAll(settings, "follow")[output]!;
    return probabilityAtOrBelow({ values, replicates: draws.split(values) }, price);
  });
}
