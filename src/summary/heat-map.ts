import { believable, evenOddsGiven } from "../decision/believe.js";
import { correlatedWith } from "../decision/look-up.js";
import { marginalOf } from "../decision/marginal.js";
import { oddsOver } from "../decision/odds-over.js";
import type { Interval } from "../statistics/estimate.js";
import { type NeededBelief, neededIn } from "./beliefs.js";
import type { Bet } from "./bet.js";
import type { FinishedRun } from "./finished-run.js";
import { valuesBetween } from "../decision/places.js";

/** Values along each axis. */
const VALUES = 7;
/** From this ratio of its ends on, an axis is walked by equal factors. */
const LOG_RATIO = 10;

/** One axis, in the input's own unit, from its 5th to its 95th percentile. */
export interface HeatMapAxis {
  readonly input: string;
  readonly unit: string;
  readonly log: boolean;
  readonly values: readonly number[];
}

/** How likely the bet is won over the two inputs that move its odds most. */
export interface HeatMap {
  readonly output: string;
  readonly against: string;
  /** Draws at each point. */
  readonly draws: number;
  /** The one that moves the odds most runs across, the second up. */
  readonly across: HeatMapAxis;
  readonly up: HeatMapAxis;
  /** At or below the price: one for each value of `up` and, fastest, of `across`. */
  readonly odds: readonly Interval[];
  /** What `across` has to be for even odds with `up` at its median. */
  readonly even: NeededBelief & { readonly given: number };
  /** Inputs that are correlated with either and follow them. */
  readonly following: readonly string[];
}

/** Undefined where fewer than two inputs that can be set move the odds. */
export function heatMapOf(
  { scenario, model }: FinishedRun,
  { breakEven, draws, price, inputs }: Bet,
): HeatMap | undefined {
  const settable = believable(draws);
  const [first, second] = inputs.filter((name) => settable.includes(name));
  if (first === undefined || second === undefined) return undefined;
  const scaleOf = (name: string): number => model.units.parse(unitOf(name)).scale;
  const unitOf = (name: string): string =>
    model.quantities.find((quantity) => quantity.name === name)!.unit;
  const axisOf = (name: string): HeatMapAxis | undefined => {
    const { quantile } = marginalOf(draws, name);
    const [low, high] = [quantile(0.05), quantile(0.95)];
    if (!(low < high)) return undefined;
    const log = low > 0 && high / low >= LOG_RATIO;
    const values = valuesBetween(low, high, VALUES, log).map((value) => value / scaleOf(name));
    return { input: name, unit: unitOf(name), log, values };
  };
  const [across, up] = [axisOf(first), axisOf(second)];
  if (!across || !up) return undefined;
  const inBase = ({ input, values }: HeatMapAxis) => ({
    input,
    values: values.map((value) => value * scaleOf(input)),
  });
  const median = marginalOf(draws, second).quantile(0.5);
  const even = evenOddsGiven(draws, {
    ...{ input: first, output: 0, price },
    given: new Map([[second, median]]),
  });
  const { output, against } = breakEven;
  return {
    ...{ output, against, draws: draws.sizes.reduce((sum, size) => sum + size, 0) },
    ...{ across, up },
    odds: oddsOver(draws, [inBase(up), inBase(across)], 0, price),
    even: { ...neededIn(even, scaleOf(first)), given: median / scaleOf(second) },
    following: correlatedWith(scenario, model, [first, second]),
  };
}
