import type { Replication } from "../sampling/design.js";
import { columnOf } from "../statistics/column.js";
import type { Interval } from "../statistics/estimate.js";
import { percentile, sortColumn } from "../statistics/percentile.js";
import { probabilityAtOrBelow } from "../statistics/probability.js";
import { replicateError } from "../statistics/replicates.js";
import type { ComparedBreakEven, SimulatedComparison } from "./comparison.js";
import type { DifferingFactor } from "./differing-factors.js";
import { drawInputs, type Run } from "./draw-inputs.js";
import { scaleOf } from "./graph.js";
import { hybridsOf } from "./hybrids.js";
import type { Pair } from "./pair.js";
import { shareOfPairs } from "./share-of-pairs.js";
import { simulateHybrids, type Worths } from "./simulate-hybrids.js";
import { splitOf } from "./split.js";

/** A price both are held against, in the output's unit; it may differ between them. */
export interface ComparedPrice {
  readonly against: string;
  readonly a: number;
  readonly b: number;
}

/** Draws of all mixtures together: a second or two of work. */
const DRAWS_IN_ALL = 2 ** 23;
const DRAWS_MAX = 2 ** 15;

/** Draws of each mixture, where nobody asks for a number: a power of two, fewer for more factors. */
export function usualDraws(factors: number): number {
  return Math.min(DRAWS_MAX, DRAWS_IN_ALL / 2 ** factors);
}

/** Simulates every mixture of two scenarios on the same draws and splits what changes. */
export function simulatePair(
  pair: Pair,
  factors: readonly DifferingFactor[],
  prices: readonly ComparedPrice[],
  run: Run,
): SimulatedComparison {
  const { drawn, replication } = drawInputs(pair, run);
  const { output } = pair;
  const scale = scaleOf(pair.a, output);
  const hybrids = hybridsOf(pair, factors, drawn, run.draws);
  const thresholds = [...new Set(prices.flatMap(({ a, b }) => [a, b]))];
  const found = simulateHybrids({ hybrids, factors, output }, scale, thresholds, {
    draws: run.draws,
    replication,
  });
  const { medians, shares, a, b } = found;
  const dealt = { a: columnOf(a, replication), b: columnOf(b, replication) };
  return {
    run: {
      ...{ draws: run.draws, replicates: dealt.a.replicates!.length },
      ...{ mixtures: 2 ** factors.length, seed: run.seed, method: run.method },
    },
    undefined: { a: countUndefined(a), b: countUndefined(b) },
    median: {
      a: percentile(sortColumn(dealt.a), 0.5),
      b: percentile(sortColumn(dealt.b), 0.5),
      difference: changeOf(medians),
      split: splitOf(factors, medians.whole, medians.replicates) ?? null,
    },
    cheaper: {
      together: probabilityAtOrBelow(columnOf(minus(a, b), replication), 0),
      apart: apart(a, b, replication),
    },
    breakEven: prices.map((price) =>
      breakEvenOf(
        price,
        factors,
        shares[thresholds.indexOf(price.a)]!,
        shares[thresholds.indexOf(price.b)]!,
        (side) => probabilityAtOrBelow(dealt[side], price[side]),
      ),
    ),
  };
}

/** Where the price itself differs it is one more factor, exchanged like any other. */
function breakEvenOf(
  { against, a, b }: ComparedPrice,
  factors: readonly DifferingFactor[],
  atA: Worths,
  atB: Worths,
  probability: (side: "a" | "b") => Interval,
): ComparedBreakEven {
  const joined = (one: Float64Array, other: Float64Array): Float64Array =>
    a === b ? one : Float64Array.of(...one, ...other);
  const worths: Worths = {
    whole: joined(atA.whole, atB.whole),
    replicates: atA.replicates.map((one, k) => joined(one, atB.replicates[k]!)),
  };
  const own = a === b ? factors : [...factors, { name: "price", label: "The price itself" }];
  return {
    against,
    price: { a, b },
    a: probability("a"),
    b: probability("b"),
    difference: changeOf(worths),
    split: splitOf(own, worths.whole, worths.replicates, "difference") ?? null,
  };
}

/** The last worth less the first, with its error. */
function changeOf({ whole, replicates }: Worths): Interval {
  const value = whole.at(-1)! - whole[0]!;
  const { halfWidth } = replicateError(replicates, (worth) => worth.at(-1)! - worth[0]!);
  return { value, low: value - halfWidth, high: value + halfWidth };
}

function apart(a: Float64Array, b: Float64Array, replication: Replication): Interval {
  const value = shareOfPairs(a, b);
  const [ofA, ofB] = [a, b].map((values) => columnOf(values, replication).replicates!) as [
    readonly Float64Array[],
    readonly Float64Array[],
  ];
  const byReplicate = ofA.map((part, k) => Float64Array.of(shareOfPairs(part, ofB[k]!)));
  const { halfWidth } = replicateError(byReplicate, ([share]) => share!);
  return { value, low: Math.max(0, value - halfWidth), high: Math.min(1, value + halfWidth) };
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, draw) => value - b[draw]!);
}

function countUndefined(values: Float64Array): number {
  return values.reduce((count, value) => count + (Number.isFinite(value) ? 0 : 1), 0);
}
