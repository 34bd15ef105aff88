import type { CompiledModel } from "../engine/compile-model.js";
import { sortAscending } from "../numeric/sort-ascending.js";
import { tailIndex } from "../statistics/tail-index.js";
import { intervalOf, spreadOf } from "../statistics/replicates.js";
import type { Interval } from "../statistics/estimate.js";
import { meanReach } from "../statistics/mean-interval.js";
import type { Moments } from "../statistics/moments.js";
import { shareOf } from "../statistics/probability.js";
import { mergedSketch, quantilesOf, type Sketch } from "../statistics/sketch.js";
import { worstTwentiethOf } from "../statistics/tail-of-sketch.js";
import type { Tally } from "../statistics/tally.js";
import { type DrawnOutput, fixedOutput } from "./drawn-output.js";
import type { TalliedOutput } from "./tallied.js";

/** An output of which only tallies were kept. Errors are from the spread over its eight groups. */
export function talliedOutput(
  name: string,
  model: CompiledModel,
  { groups, prices, first: baseFirst, undefinedAt }: TalliedOutput,
): DrawnOutput {
  const { label, unit } = model.quantities.find((quantity) => quantity.name === name)!;
  const { scale } = model.units.parse(unit);
  const whole = mergedSketch(groups.map(({ sketch }) => sketch));
  const first = baseFirst.map((value) => value / scale);
  const undefinedDraws = sum(groups.map((group) => group.undefined));
  const fixed = model.inputsOf(name).size === 0;
  return {
    ...{ name, label, unit, scale, fixed, first, undefinedDraws, undefinedAt },
    draws: whole.count,
    replicated: true,
    percentile: (p) => percentileOf(whole, groups, p / 100),
    probability: (price) => {
      const k = prices.indexOf(price);
      if (k < 0) throw new RangeError(`draws at or below ${price} were not counted`);
      const counted = groups.map(({ hits, count }) => ({ hits: hits[k]!, count }));
      const total = { hits: sum(counted.map(({ hits }) => hits)), count: whole.count };
      return shareOf(total, whole.unknown, counted);
    },
    moments: () => momentsOf(groups),
    worstTwentieth: () => ({
      value: worstTwentiethOf(whole),
      error: spreadOf(groups.map(({ sketch }) => worstTwentiethOf(sketch))).error,
    }),
    tailIndex: () => tailIndex(sortAscending(first)),
    quantiles: (shares) => quantilesOf(whole, shares),
    ...(fixed && undefinedDraws === 0 ? fixedOutput(first[0]!) : {}),
  };
}

/** Draws that are no numbers count as above every number, and widen the interval by their share. */
function percentileOf(whole: Sketch, groups: readonly Tally[], p: number): Interval {
  const [value] = quantilesOf(whole, [p]);
  const each = groups.map(({ sketch }) => quantilesOf(sketch, [p])[0]!);
  const { low, high } = intervalOf(value!, each);
  if (whole.unknown === 0) return { value: value!, low, high };
  const [lowest] = quantilesOf(whole, [Math.max(0, p - whole.unknown / whole.count)]);
  return { value: value!, low: lowest! - (value! - low), high };
}

function momentsOf(groups: readonly Tally[]): Moments {
  const count = sum(groups.map((group) => group.count));
  const mean = sum(groups.map((group) => (group.count / count) * group.mean));
  const squares = sum(
    groups.map(
      (group) => (group.count - 1) * group.sd * group.sd + group.count * (group.mean - mean) ** 2,
    ),
  );
  const { error } = spreadOf(groups.map((group) => group.mean));
  const { below, above } = meanReach(groups);
  return {
    mean: { value: mean, error, low: mean - below, high: mean + above },
    sd: {
      value: Math.sqrt(squares / (count - 1)),
      error: spreadOf(groups.map(({ sd }) => sd)).error,
    },
  };
}

function sum(terms: readonly number[]): number {
  return terms.reduce((total, term) => total + term, 0);
}
