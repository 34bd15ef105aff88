import fc from "fast-check";
import type { Driver } from "../../src/sensitivity/drivers.js";
import type { Interval } from "../../src/statistics/estimate.js";
import { wilson } from "../../src/statistics/probability.js";
import { tooClose } from "../../src/statistics/too-close.js";
import { withSince } from "./fixture-since.js";
import { fixtureAnalyses } from "./fixture-analyses.js";
import type { BreakEven, OutputSummary, Summary } from "../../src/summary/summary.js";

const DRAWS = 131_072;
const PERCENTILES = [1, 2.5, 5, 10, 25, 50, 75, 90, 95, 97.5, 99];

/** An output whose quantile function is given, as a run would summarize it. */
export function fixtureOutput(
  quantile: (p: number) => number,
  more: Partial<OutputSummary> = {},
): OutputSummary {
  const probability = Array.from({ length: 199 }, (_, k) => (k + 1) / 200);
  const interval = (value: number): Interval => {
    const width = Math.abs(value) * 0.002;
    return { value, low: value - width, high: value + width };
  };
  return {
    unit: "USD/Mtoken",
    label: "Cost per million tokens",
    mean: {
      value: quantile(0.6),
      error: Math.abs(quantile(0.6)) * 0.001,
      low: quantile(0.599),
      high: quantile(0.601),
    },
    sd: { value: Math.abs(quantile(0.8)), error: 0.01 },
    undefined: 0,
    percentiles: Object.fromEntries(
      PERCENTILES.map((p) => [`p${String(p).replace(".", "_")}`, interval(quantile(p / 100))]),
    ),
    worstTwentieth: { value: quantile(0.975), error: 0.1 },
    curve: { probability, value: probability.map(quantile) },
    ...more,
  };
}

/** A price that suffices with a given probability. */
export function fixturePrice(against: string, price: number, value: number): BreakEven {
  const width = 0.003 * Math.sqrt(value * (1 - value));
  const rare = value === 0 || value === 1 ? wilson(value * DRAWS, DRAWS) : undefined;
  const probability = { value, low: value - width, high: value + width, ...rare };
  const close = tooClose(probability, 0.5, DRAWS);
  return {
    ...{ output: "cost", against, price, unit: "USD/Mtoken", probability },
    ...(close === undefined ? {} : { tooClose: close }),
  };
}

/** The odds that the usual cost is at or below a price. */
function oddsOf(price: number): number {
  return 1 / (1 + Math.exp(-Math.log(price / 12) / 1.2));
}

/** A driver of the cost, with what it does to each price. */
export function fixtureDriver(
  input: string,
  [low, high]: readonly [number, number],
  prices: readonly string[],
): Driver {
  const at = (value: number): Interval => ({ value, low: value * 0.99, high: value * 1.01 });
  return {
    input,
    rank: (high - low) / (Math.abs(high) + Math.abs(low) || 1),
    low: at(low),
    high: at(high),
    breakEven: prices.map((against) => ({ against, low: at(0.8), high: at(0.3) })),
  };
}

/** A cost of about $12 a million tokens, four prices and three drivers; `more` replaces parts. */
export function fixtureSummary(more: Partial<Summary> = {}): Summary {
  const quantile = (p: number): number => 12 * Math.exp(1.2 * Math.log(p / (1 - p)));
  const prices = [
    { ...fixturePrice("GPT-5.4", 15, 0.546), source: "https://example.org/prices" },
    fixturePrice("Opus 4.6", 25, 0.648),
    fixturePrice("Flash", 0.28, 0.042),
    fixturePrice("Nearly as dear as Opus", 26, 0.656),
  ];
  const names = prices.map(({ against }) => against);
  return {
    format: "breakeven/summary/1",
    scenario: "fixture",
    title: "A fixture",
    question: "Does $15 per million tokens cover the cost?",
    run: { draws: DRAWS, replicates: 32, seed: "7", method: "lhs" },
    outputs: {
      cost: fixtureOutput(quantile),
      share: fixtureOutput((p) => p, { unit: "1", label: "Share" }),
    },
    breakEven: prices,
    sensitivity: {
      cost: [
        fixtureDriver("throughput", [80, 2], names),
        fixtureDriver("utilization", [15, 9], names),
        fixtureDriver("pue", [11.9, 12.1], names),
      ],
      share: [],
    },
    assumptions: ["throughput", "utilization", "pue", "servers"].map((name, k) => ({
      name,
      label: `${name[0]!.toUpperCase()}${name.slice(1)} of the fleet`,
      unit: k === 0 ? "token/s" : "1",
      distribution: k === 3 ? "fixed" : "lognormal, p5 40, p95 2,000",
      uncertain: k !== 3,
      p5: 40,
      p50: 280,
      p95: 2000,
      sparkline: k === 3 ? [] : [0.1, 0.5, 0.3, 0.1],
      ...(k === 1 ? {} : { source: "A table, 2026", grade: "B" as const }),
    })),
    formulas: [{ name: "cost", label: "Cost", unit: "USD/Mtoken", formula: "a / b" }],
    correlations: [
      { between: ["utilization", "throughput"], asked: -0.4, applied: -0.4, achieved: -0.398 },
    ],
    convergence: {
      output: "cost",
      against: "GPT-5.4",
      stages: [8192, 65_536, 131_072].map((draws, k) => ({
        draws,
        median: { value: 12 + k / 10, low: 11.9, high: 12.3 },
        probability: { value: 0.54 + k / 1000, low: 0.53, high: 0.56 },
      })),
    },
    expect: [
      {
        kind: "percentile",
        expectation: "Cost, median between 4 and 20 USD/Mtoken",
        observed: { value: 12, low: 11.9, high: 12.1 },
        unit: "USD/Mtoken",
        met: true,
        margin: { bound: 4, standardErrors: 156.8 },
      },
    ],
    warnings: ["No source is given for Utilization of the fleet."],
    ...more,
  };
}

/** Edge cases a report has to survive, by name. */
export function edgeCases(): Readonly<Record<string, Summary>> {
  const base = fixtureSummary();
  const { cost } = base.outputs;
  const only = (output: OutputSummary): Pick<Summary, "outputs"> => ({ outputs: { cost: output } });
  const many = Array.from({ length: 25 }, (_, k) => `input_with_a_rather_long_name_number_${k}`);
  return {
    usual: base,
    analyses: { ...base, ...fixtureAnalyses() },
    noPrice: { ...base, breakEven: [] },
    never: { ...base, breakEven: [fixturePrice("Free", 0.0001, 0)] },
    always: { ...base, breakEven: [fixturePrice("Dear", 1e6, 1)] },
    tooClose: {
      ...base,
      breakEven: [fixturePrice("Even", 12, 0.4995)],
      expect: [
        {
          ...base.expect[0]!,
          margin: { bound: 12.05, standardErrors: 0.98 },
          tooClose: { drawsToTell: 270_000 },
        },
      ],
    },
    even: { ...base, breakEven: [fixturePrice("Even", 12, 0.5)] },
    tooCloseShare: {
      ...base,
      ...only(fixtureOutput((p) => 2 * p, { unit: "1", label: "Load" })),
      breakEven: [{ ...fixturePrice("Full", 1, 0.4995), unit: "1" }],
    },
    oneInput: {
      ...base,
      sensitivity: { cost: [fixtureDriver("throughput", [80, 2], ["GPT-5.4"])] },
    },
    manyInputs: {
      ...base,
      sensitivity: {
        cost: many.map((name, k) => fixtureDriver(name, [12 + k, 12 - k / 3], ["GPT-5.4"])),
      },
    },
    point: {
      ...base,
      ...only(fixtureOutput(() => 1.33)),
      sensitivity: { cost: [] },
      breakEven: [
        { ...fixturePrice("Flash", 0.28, 0), probability: { value: 0, low: 0, high: 0 } },
      ],
    },
    sixDecades: {
      ...base,
      ...only(fixtureOutput((p) => Math.exp(1.6 * Math.log(p / (1 - p))))),
      breakEven: [0.28, 15, 25, 26].map((price, k) =>
        fixturePrice(`Price ${k}`, price, 1 / (1 + Math.exp(-Math.log(price) / 1.6))),
      ),
      sensitivity: { cost: [fixtureDriver("throughput", [300, 0.002], ["Price 0", "Price 1"])] },
    },
    manyPrices: {
      ...base,
      breakEven: Array.from({ length: 20 }, (_, k) => {
        const price = 2 * Math.exp(0.2 * k);
        return fixturePrice(`Competitor number ${k}`, price, oddsOf(price));
      }),
    },
    longLabels: {
      ...base,
      ...only({ ...cost!, label: "Cost of a million tokens that nobody reads" }),
      breakEven: [
        fixturePrice("W".repeat(40), 15, oddsOf(15)),
        fixturePrice("The dearest of all the models on offer 1", 60, oddsOf(60)),
      ],
      sensitivity: {
        cost: ["W".repeat(40), "A share of the fleet that stands and waits", "i".repeat(40)].map(
          (name, k) => fixtureDriver(name, [30 - k, 5 + k], ["W".repeat(40)]),
        ),
      },
    },
    manyOutputs: {
      ...base,
      outputs: Object.fromEntries(
        Array.from({ length: 8 }, (_, k) => [
          k === 0 ? "cost" : `cost_${k}`,
          {
            ...fixtureOutput((p) => (k + 1) * 12 * Math.exp(0.8 * Math.log(p / (1 - p)))),
            label: k === 5 ? "Cost of a million tokens that nobody reads" : `Cost of kind ${k}`,
          },
        ]),
      ),
    },
    /** Two inputs that matter alike, and one that does nothing. */
    ties: {
      ...base,
      sensitivity: {
        cost: [
          fixtureDriver("utilization", [20, 5], ["GPT-5.4"]),
          fixtureDriver("throughput", [5, 20], ["GPT-5.4"]),
          fixtureDriver("pue", [12, 12], ["GPT-5.4"]),
        ],
      },
    },
    /** A cost that takes two values only. */
    twoValues: {
      ...base,
      ...only(fixtureOutput((p) => (p < 0.3 ? 4 : 20))),
      breakEven: [fixturePrice("GPT-5.4", 15, 0.3), fixturePrice("At the value", 20, 1)],
    },
    /** Nearly certain: every percentile prints alike. */
    narrowSpread: {
      ...base,
      ...only(fixtureOutput((p) => 12.3 + p * 1e-6)),
      breakEven: [fixturePrice("GPT-5.4", 12.3000005, 0.5)],
      sensitivity: { cost: [fixtureDriver("throughput", [12.3, 12.3000004], ["GPT-5.4"])] },
    },
    /** Undefined medians at the ends of one input. */
    undefinedDriver: {
      ...base,
      sensitivity: {
        cost: [
          fixtureDriver("throughput", [NaN, 2], ["GPT-5.4"]),
          fixtureDriver("utilization", [15, 9], ["GPT-5.4"]),
        ],
      },
    },
    billions: {
      ...base,
      ...only(fixtureOutput((p) => 3e9 + 8e9 * p, { unit: "USD", label: "Capital" })),
      breakEven: [
        { ...fixturePrice("Budget", 5e9, 0.25), unit: "USD" },
        { ...fixturePrice("Credit", 6.1e9, 0.3875), unit: "USD" },
      ],
    },
    negative: {
      ...base,
      ...only(fixtureOutput((p) => -5 + 3 * p, { unit: "1", label: "Margin" })),
      breakEven: [],
    },
    undefinedDraws: {
      ...base,
      ...only({ ...cost!, undefined: 17, mean: null, sd: null, worstTwentieth: null }),
    },
    allUndefined: {
      ...base,
      ...only({
        ...fixtureOutput(() => NaN),
        undefined: 131_072,
        mean: null,
        sd: null,
        worstTwentieth: null,
      }),
    },
    /** Held against a dearer run of other times. */
    since: withSince({ ...base, ...fixtureAnalyses() }, { times: 1.2, odds: 0.48 }),
    /** Little is known of the earlier run, and little is alike. */
    sinceOther: withSince(base, {
      ...{ times: 1.0001, price: 12, unit: "USD/ktoken", undefined: 3 },
      run: { scenario: "</b><img src=x onerror=alert(1)>", version: "0.0.1-<i>", seed: "8" },
    }),
    nonLatin: { ...base, title: "成本 на миллион токенов", question: "価格は足りるか？" },
  };
}

/** Random but lawful summaries: any unit and size, none to four prices, ties, undefined draws. */
export const anySummary: fc.Arbitrary<Summary> = fc
  .record({
    scale: fc.double({ min: 1e-7, max: 1e9, noNaN: true }),
    spread: fc.double({ min: 0, max: 6, noNaN: true }),
    shift: fc.double({ min: -3, max: 1, noNaN: true }),
    unit: fc.constantFrom("USD/Mtoken", "USD/GPU/h", "USD", "1", "token/s", "year"),
    prices: fc.array(
      fc.record({ price: fc.double({ min: 1e-9, max: 1e9, noNaN: true }), odds: anyProbability() }),
      { maxLength: 4 },
    ),
    holes: fc.constantFrom(0, 0, 0, 3),
    drivers: fc.array(
      fc.record({
        ends: fc.tuple(anySize(), anySize()),
        odds: fc.tuple(anyProbability(), anyProbability()),
      }),
      { maxLength: 13 },
    ),
    draws: fc.integer({ min: 400, max: 1e7 }),
    before: fc.option(anyBefore()),
  })
  .map(({ scale, spread, shift, unit, prices, holes, drivers, draws, before }) => {
    const output = fixtureOutput(
      (p) => scale * (Math.exp(spread * Math.log(p / (1 - p)) * 0.3) + shift),
      {
        unit,
        ...(holes > 0 ? { undefined: holes, mean: null, sd: null, worstTwentieth: null } : {}),
      },
    );
    const base = fixtureSummary();
    const at = (value: number): Interval => ({ value, low: value, high: value });
    const summary: Summary = {
      ...base,
      run: { ...base.run, draws },
      outputs: { cost: output },
      breakEven: prices.map(({ price, odds }, k) => {
        return { ...fixturePrice(`P${k}`, price, odds), unit };
      }),
      sensitivity: {
        cost: drivers.map(({ ends: [low, high], odds }, k) => ({
          ...fixtureDriver(`x${k}`, [scale * low, scale * high], []),
          breakEven: prices.map((_, price) => {
            return { against: `P${price}`, low: at(odds[0]), high: at(odds[1]) };
          }),
        })),
      },
    };
    return before ? withSince(summary, before) : summary;
  });

/** An earlier run: the same, nearly the same or another, of which some figures are missing. */
function anyBefore(): fc.Arbitrary<Parameters<typeof withSince>[1]> {
  return fc.record({
    times: fc.constantFrom(1, 1.0000001, 1.001, 0.5, -2, 1e-6, NaN),
    against: fc.constantFrom("P0", "P1"),
    price: fc.constantFrom(1, 7),
    odds: anyProbability(),
    undefined: fc.constantFrom(0, 0, 3),
    run: fc.constantFrom({}, { seed: "other" }, { scenario: "another" }, { version: "0.0.9" }),
  });
}

function anyProbability(): fc.Arbitrary<number> {
  return fc.oneof(fc.constantFrom(0, 1, 0.5, 1e-5), fc.double({ min: 0, max: 1, noNaN: true }));
}

/** Sizes of a median, small numbers of which are often alike. */
function anySize(): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: 0, max: 9, noNaN: true }));
}
