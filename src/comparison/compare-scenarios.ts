import type { Scenario } from "../scenario/scenario.js";
import { chooseOutput } from "./choose-output.js";
import type { ComparedScenario, Comparison } from "./comparison.js";
import { comparedPrices, type PriceAsked } from "./compared-prices.js";
import { describeFactor } from "./describe-factor.js";
import { differencesOf } from "./differences.js";
import { differingFactors } from "./differing-factors.js";
import type { Run } from "./draw-inputs.js";
import { scaleOf } from "./graph.js";
import { hybridsOf, mediansOf } from "./hybrids.js";
import { mergeFactors } from "./merge-factors.js";
import { pairOf, type Pair, type Side } from "./pair.js";
import { simulatePair, usualDraws } from "./simulate-pair.js";
import { type Split, splitOf } from "./split.js";

/** What is asked of a comparison beside the two scenarios. */
export interface ComparisonOptions {
  /** A quantity of both; their common leading output where absent. */
  readonly output?: string;
  /** The price to hold both against; every price they both state where absent. */
  readonly price?: PriceAsked;
  /** Draws of each mixture, seed and method; those of the first scenario where absent. */
  readonly run?: Partial<Run>;
}

/**
 * Why two scenarios differ in an output: what differs is dealt out to factors, every mixture of the
 * two is evaluated, and the change is split by Shapley values, so that the parts add up and none
 * depends on the order in which factors are exchanged.
 *
 * @throws {Incomparable} where they share no output or price to be compared on
 */
export function compareScenarios(
  a: Scenario,
  b: Scenario,
  options: ComparisonOptions = {},
): Comparison {
  const pair = pairOf(a, b, chooseOutput(a, b, options.output));
  const differences = differencesOf(pair);
  const { factors, notes } = mergeFactors(pair, differingFactors(pair, differences));
  const hybrids = hybridsOf(pair, factors, mediansOf(pair), 1);
  const scale = scaleOf(pair.a, pair.output);
  const values = Float64Array.from(
    { length: 2 ** factors.length },
    (_, set) => hybrids(set).get(pair.output)![0]! / scale,
  );
  const point = splitOf(factors, values) ?? null;
  const prices = comparedPrices(pair, options.price);
  const { method, seed } = a.run;
  const run = { method, seed, draws: usualDraws(factors.length), ...options.run };
  const first = comparedScenario(pair, "a", values[0]!);
  const second = comparedScenario(pair, "b", values.at(-1)!);
  const isUncertain = first.uncertain || second.uncertain;
  const simulated = isUncertain ? simulatePair(pair, factors, prices, run) : null;
  const ends = { a: hybrids(0), b: hybrids(values.length - 1) };
  const size = sizesOf(simulated?.median.split ?? point);
  const { name, label, unit } = pair.a.quantities.get(pair.output)!;
  return {
    format: "breakeven/comparison/1",
    a: first,
    b: second,
    output: { name, label, unit },
    factors: factors
      .map((factor) => describeFactor(factor, pair, ends))
      .sort((one, other) => size(other.name) - size(one.name)),
    point,
    simulated,
    elsewhere: differences.elsewhere,
    notes,
  };
}

function comparedScenario(pair: Pair, side: Side, value: number): ComparedScenario {
  const { scenario, quantities } = pair[side];
  const uncertain = pair.reach[side].some(
    (name) => quantities.get(name)!.definition.kind === "distribution",
  );
  return { scenario: scenario.name, title: scenario.title, value, uncertain };
}

/** How much of a change each factor makes; nothing where it could not be split. */
function sizesOf(split: Split | null): (factor: string) => number {
  // Rounded, so that equal parts keep the order of the model.
  const rounded = (value: number): number => Number(Math.abs(value).toPrecision(9));
  const sizes = new Map(split?.parts.map(({ factor, effect }) => [factor, rounded(effect.value)]));
  return (factor) => sizes.get(factor) ?? 0;
}
