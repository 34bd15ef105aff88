import fc from "fast-check";
import type { Driver } from "../../src/sensitivity/drivers.js";
import type { Interval } from "../../src/statistics/estimate.js";
import type { BreakEven, OutputSummary, Summary } from "../../src/summary/summary.js";

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
  const probability = { value, low: value - width, high: value + width };
  return { output: "cost", against, price, unit: "USD/Mtoken", probability };
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
    run: { draws: 131_072, replicates: 32, seed: "7", method: "lhs" },
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
    correlations: [{ between: ["utilization", "throughput"], asked: -0.4, achieved: -0.398 }],
    expect: [
      {
        expectation: "Cost, median between 4 and 20 USD/Mtoken",
        observed: { value: 12, low: 11.9, high: 12.1 },
        unit: "USD/Mtoken",
        met: true,
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
    noPrice: { ...base, breakEven: [] },
    never: { ...base, breakEven: [fixturePrice("Free", 0.0001, 0)] },
    always: { ...base, breakEven: [fixturePrice("Dear", 1e6, 1)] },
    tooClose: { ...base, breakEven: [fixturePrice("Even", 12, 0.5)] },
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
    sixDecades: { ...base, ...only(fixtureOutput((p) => Math.exp(1.6 * Math.log(p / (1 - p))))) },
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
    nonLatin: { ...base, title: "成本 на миллион токенов", question: "価格は足りるか？" },
  };
}

/** Random but lawful summaries. */
export const anySummary: fc.Arbitrary<Summary> = fc
  .record({
    scale: fc.double({ min: 1e-7, max: 1e9, noNaN: true }),
    spread: fc.double({ min: 0, max: 6, noNaN: true }),
    shift: fc.double({ min: -3, max: 1, noNaN: true }),
    unit: fc.constantFrom("USD/Mtoken", "USD/GPU/h", "USD", "1", "token/s", "year"),
    price: fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
    probability: fc.oneof(
      fc.constantFrom(0, 1, 0.5, 1e-5),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    priced: fc.boolean(),
    holes: fc.constantFrom(0, 0, 0, 3),
    drivers: fc.nat(12),
    draws: fc.integer({ min: 400, max: 1e7 }),
  })
  .map(({ scale, spread, shift, unit, price, probability, priced, holes, drivers, draws }) => {
    const output = fixtureOutput(
      (p) => scale * (Math.exp(spread * Math.log(p / (1 - p)) * 0.3) + shift),
      {
        unit,
        ...(holes > 0 ? { undefined: holes, mean: null, sd: null, worstTwentieth: null } : {}),
      },
    );
    const base = fixtureSummary();
    return {
      ...base,
      run: { ...base.run, draws },
      outputs: { cost: output },
      breakEven: priced ? [{ ...fixturePrice("P", price, probability), unit }] : [],
      sensitivity: {
        cost: Array.from({ length: drivers }, (_, k) =>
          fixtureDriver(`x${k}`, [scale * (1 + k), scale], priced ? ["P"] : []),
        ),
      },
    };
  });
