import fc from "fast-check";
import type { Interval } from "../../src/statistics/estimate.js";
import type { HorizonSummary, HorizonYear } from "../../src/summary/horizon.js";
import type { Summary } from "../../src/summary/summary.js";
import { SPREAD, spreadFrom, type YearSpread } from "../../src/summary/year-spread.js";
import { fixturePrice, fixtureSummary } from "./fixtures.js";
import { around } from "./question-fixtures.js";

/** Ascending percentiles, each with an interval; infinite from one of them on where said. */
export function fixtureSpread(from: number, step: number, endlessFrom = Infinity): YearSpread {
  return spreadFrom((_, k) => {
    if (k >= endlessFrom) return { value: Infinity, low: Infinity, high: Infinity };
    return step === 0 ? { value: from, low: from, high: from } : around(from + k * step);
  });
}

const share = fc.oneof(
  fc.constantFrom(0, 1, 0.5, 0.4999, 0.995, 0.001),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const amount = fc.double({ min: -1e10, max: 1e10, noNaN: true });
const step = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1e9, noNaN: true }));
const width = fc.constantFrom(0, 0.0005, 0.01);

/** Of an interval that stays within [0, 1]. */
function shareOf(value: number, half: number): Interval {
  return { value, low: Math.max(0, value - half), high: Math.min(1, value + half) };
}

interface Drawn {
  readonly odds: readonly number[];
  readonly half: number;
  readonly cost: number;
  readonly spread: number;
  readonly priced: "none" | "stated" | "path";
  readonly npv: number;
  readonly gain: number;
  readonly negative: number;
  readonly endless: number;
  readonly never: number;
  readonly exists: number;
  readonly rates: boolean;
}

function yearsOf({ odds, half, cost, spread, priced }: Drawn): readonly HorizonYear[] {
  return odds.map((probability, k) => ({
    year: k + 1,
    output: fixtureSpread(cost * 0.9 ** k, spread),
    ...(priced === "path" ? { price: fixtureSpread(cost, 0) } : {}),
    ...(priced === "none" ? {} : { probability: shareOf(probability, half) }),
    undefined: 0,
  }));
}

/** Payback and its share agree: from a percentile that is never, at least so many never are. */
function paybackOf({ endless, never }: Drawn): HorizonSummary["payback"] {
  const least = endless >= SPREAD.length ? 0 : 1 - SPREAD[endless]! / 100;
  const most = endless === 0 ? 1 : 1 - SPREAD[endless - 1]! / 100;
  const value = endless === 0 ? 1 : Math.min(Math.max(never, least), most);
  return {
    unit: "year",
    never: shareOf(value, 0.001),
    ...fixtureSpread(0.5, 0.3, value === 1 ? 0 : endless),
  };
}

function horizonFrom(drawn: Drawn): HorizonSummary {
  const { odds, half, npv, gain, negative, exists, rates, priced } = drawn;
  const difference = odds.at(-1)! - odds[0]!;
  return {
    output: "cost",
    ...(priced === "stated" ? { against: "GPT-5.4" } : {}),
    years: yearsOf(drawn),
    ...(priced === "none" ? {} : { change: around(difference, difference === 0 ? 0 : half) }),
    cumulative: {
      unit: "USD",
      years: [0, ...odds.keys()].map((_, k) => ({ year: k, cash: fixtureSpread(npv, gain) })),
    },
    npv: {
      ...{ unit: "USD", mean: { ...around(npv), error: 1 } },
      ...{ negative: shareOf(negative, half), ...fixtureSpread(npv, gain) },
    },
    payback: paybackOf(drawn),
    irr: {
      ...{ unit: "%", exists: shareOf(exists, 0.001) },
      ...(rates && exists > 0 ? fixtureSpread(-20, 13) : {}),
    },
    formulas: { investment: "servers", cash: "a * b", discount: "wacc" },
    ...{ undefinedReturns: 0, draws: 131_072 },
  };
}

/** Summaries with any horizon. */
export const anyHorizon: fc.Arbitrary<Summary> = fc
  .record({
    odds: fc.array(share, { minLength: 1, maxLength: 6 }),
    ...{ half: width, cost: fc.double({ min: 0.01, max: 1e4, noNaN: true }), spread: step },
    priced: fc.constantFrom("none" as const, "stated" as const, "path" as const),
    ...{ npv: amount, gain: step, negative: share },
    ...{ endless: fc.nat(SPREAD.length), never: share, exists: share, rates: fc.boolean() },
  })
  .map((drawn) => {
    const { priced, odds } = drawn;
    return fixtureSummary({
      breakEven: priced === "none" ? [] : [fixturePrice("GPT-5.4", 15, odds[0]!)],
      horizon: horizonFrom(drawn),
    });
  });

/** One horizon in particular, over what is usual. */
export function horizonSummary(parts: Partial<Drawn> = {}): Summary {
  const drawn: Drawn = {
    ...{ odds: [0.55, 0.4, 0.3], half: 0.003, cost: 12, spread: 2, priced: "path" },
    ...{ npv: -2e6, gain: 1e6, negative: 0.4, endless: 5, never: 0.2, exists: 0.8, rates: true },
    ...parts,
  };
  return fixtureSummary({
    breakEven: drawn.priced === "none" ? [] : [fixturePrice("GPT-5.4", 15, drawn.odds[0]!)],
    horizon: horizonFrom(drawn),
  });
}
