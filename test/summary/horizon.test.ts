import { beforeAll, describe, expect, it } from "vitest";
import { compileModel } from "../../src/engine/compile-model.js";
import { simulate } from "../../src/pipeline.js";
import { designOf } from "../../src/sampling/design-of.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import { planRun } from "../../src/simulation/plan.js";
import { finishRun } from "../../src/summary/finished-run.js";
import { type HorizonSummary, horizonOf } from "../../src/summary/horizon.js";
import { summarize } from "../../src/summary/summarize.js";
import type { Summary } from "../../src/summary/summary.js";
import { tallyDraws } from "../../src/summary/tallied.js";
import { SPREAD, type YearSpread } from "../../src/summary/year-spread.js";

const METHODS = ["sobol", "lhs", "random"] as const;

async function summaryOf(text: string): Promise<Summary> {
  return simulate(parseScenario("a.yaml", `name: a\n${text}`), inlineEvaluator);
}

async function horizonIn(text: string): Promise<HorizonSummary> {
  return (await summaryOf(text)).horizon!;
}

const values = (spread: Partial<YearSpread>): number[] => SPREAD.map((p) => spread[`p${p}`]!.value);
const all = (value: number): number[] => SPREAD.map(() => value);

/** Cash of so much a year, uncertain as stated, three years, 100 paid before. */
const flows = (cash: string, inputs = "", more = ""): string => `inputs:
  dear: 2
  ${inputs}
formulas: { cost: "dear * 0.5^years_passed" }
outputs: [cost]
prices: { P: 1 }
horizon: { years: 3, investment: 100 USD, cash: "${cash}", discount: 10 %/year }
run: { draws: 4096${more} }
`;

describe("a horizon in which nothing is uncertain", () => {
  let found: HorizonSummary;
  beforeAll(async () => {
    // Worked by hand: -100, 60, 50, 40 at 10%.
    found = await horizonIn(flows("(60 - 10 * years_passed) * 1 USD/year"));
  });

  it("halves the cost each year and holds it against the price", () => {
    expect(found.years.map(({ output }) => output.p50.value)).toEqual([2, 1, 0.5]);
    expect(found.years.map(({ probability }) => probability)).toEqual(
      [0, 1, 1].map((value) => ({ value, low: value, high: value })),
    );
    expect(found.change!.value).toBe(1);
    expect(found.against).toBe("P");
  });

  it("adds the cash up", () => {
    const sums = found.cumulative.years.map(({ year, cash }) => [year, cash.p50.value]);
    sums.forEach(([year, sum]) => expect(sum).toBeCloseTo([-100, -40, 10, 50][year!]!, 9));
  });

  it("has one present value, payback and rate, without error", () => {
    const worth = -100 + 60 / 1.1 + 50 / 1.21 + 40 / 1.331;
    expect(found.npv.p5.value).toBeCloseTo(worth, 9);
    expect(found.npv.mean).toMatchObject({ error: 0 });
    expect(found.npv.mean!.value).toBeCloseTo(worth, 9);
    expect(found.npv.negative).toEqual({ value: 0, low: 0, high: 0 });
    expect(found.payback.p50).toMatchObject({ low: found.payback.p50.value });
    values(found.payback).forEach((years) => expect(years).toBeCloseTo(1.8, 9));
    expect(found.payback.never).toEqual({ value: 0, low: 0, high: 0 });
    // 60 x + 50 x^2 + 40 x^3 = 100 at x = 1 / (1 + r)
    const x = 1 / (1 + found.irr.p50!.value / 100);
    expect(60 * x + 50 * x * x + 40 * x ** 3).toBeCloseTo(100, 9);
    expect(found.irr.exists).toEqual({ value: 1, low: 1, high: 1 });
    expect(found.undefinedReturns).toBe(0);
  });
});

describe("futures", () => {
  it("that never pay back stand above every number, and have no rate", async () => {
    const found = await horizonIn(flows("-1 USD/year"));
    expect(values(found.payback)).toEqual(all(Infinity));
    expect(found.payback.never.value).toBe(1);
    expect(found.irr).toEqual({ unit: "%", exists: { value: 0, low: 0, high: 0 } });
    expect(found.npv.negative.value).toBe(1);
  });

  it.each(METHODS)("of which four in ten never do are counted, %s", async (method) => {
    const coin = "coin: { distribution: bernoulli, p: 0.6 }";
    const found = await horizonIn(flows("coin * 50 USD/year", coin, `, method: ${method}`));
    const { p25, p50, p75, p90, never } = found.payback;
    expect(p25.value).toBeCloseTo(2, 12);
    expect(p50.value).toBeCloseTo(2, 12);
    expect([p75.value, p90.value]).toEqual([Infinity, Infinity]);
    expect(never.low).toBeLessThanOrEqual(0.4);
    expect(never.high).toBeGreaterThanOrEqual(0.4);
    expect(found.irr.exists.value).toBe(1 - never.value);
    // Those that have one have all the same: 50, three times, for 100.
    expect(found.irr.p5!.value).toBe(found.irr.p95!.value);
  });

  it("whose flows change sign twice have no rate, and are counted", async () => {
    const coin = "coin: { distribution: bernoulli, p: 0.25 }";
    const found = await horizonIn(
      flows("if(years_passed == 2, 1 - 2 * coin, 1) * 80 USD/year", coin),
    );
    expect(found.irr.exists.low).toBeLessThanOrEqual(0.75);
    expect(found.irr.exists.high).toBeGreaterThanOrEqual(0.75);
    expect(found.irr.p5!.value).toBe(found.irr.p95!.value);
  });

  it("too few to have a rate say none", async () => {
    const coin = "coin: { distribution: bernoulli, p: 0.05 }";
    const { irr } = await horizonIn(flows("coin * 80 USD/year", coin));
    expect(irr.exists.value).toBeCloseTo(0.05, 2);
    expect(irr.p50).toBeUndefined();
  });

  it("without a number count as lost and as never paid back", async () => {
    const { horizon } = await summaryOf(
      flows(
        "sqrt(x) * 80 USD/year",
        "x: { distribution: uniform, min: -0.25, max: 0.75 }",
        ", allow_undefined: true",
      ),
    );
    const { npv, payback, undefinedReturns, draws, cumulative } = horizon!;
    expect(undefinedReturns / draws).toBeCloseTo(0.25, 2);
    expect(npv.mean).toBeNull();
    expect(npv.p5.value).toBe(-Infinity);
    expect(npv.p75.value).toBeGreaterThan(0);
    expect(cumulative.years.at(-1)!.cash.p10.value).toBe(-Infinity);
    expect(npv.negative.value).toBeGreaterThan(0.25);
    expect(payback.never.value).toBeGreaterThan(0.25);
  });
});

/** A cost that falls, and a price that falls faster. */
const FALLING = `inputs:
  now: { distribution: lognormal, p5: 1, p95: 4 }
  fall: { distribution: uniform, min: 0, max: 0.5 }
  volume: { distribution: lognormal, p5: 60, p95: 90, unit: USD/year }
  wacc: { distribution: uniform, min: 0.05, max: 0.2, unit: 1/year }
formulas: { cost: "now * (1 - fall)^years_passed" }
correlations: [{ between: [now, volume], rank: -0.5 }]
outputs: [cost]
prices: { P: 2 }
`;
const horizonOfTwo = `horizon: { years: 2, investment: 90 USD, cash: volume * (2.2 - cost), discount: wacc, price: "2 * 0.7^years_passed" }\n`;

describe.each(METHODS)("a year, %s draws", (method) => {
  const run = `run: { draws: 8192, method: ${method} }\n`;

  it("is the scenario as it is then, draw for draw", async () => {
    const { horizon } = await summaryOf(FALLING + horizonOfTwo + run);
    const then = FALLING.replace("years_passed", "1").replace("P: 2", "P: 1.4");
    const { outputs, breakEven } = await summaryOf(then + run);
    const [, second] = horizon!.years;
    for (const p of SPREAD) {
      const name = `p${p}` as const;
      expect(second!.output[name]).toEqual(outputs["cost"]!.percentiles[name]);
    }
    expect(second!.probability!.value).toBe(breakEven[0]!.probability.value);
    expect(second!.price!.p5).toEqual({ value: 1.4, low: 1.4, high: 1.4 });
  });

  it("leaves the first as the report has it, and no draw moves", async () => {
    const { horizon, outputs, breakEven } = await summaryOf(FALLING + horizonOfTwo + run);
    const without = await summaryOf(FALLING.replace("years_passed", "0") + run);
    expect(outputs["cost"]!.percentiles).toEqual(without.outputs["cost"]!.percentiles);
    expect(horizon!.years[0]!.output.p50).toEqual(outputs["cost"]!.percentiles["p50"]);
    expect(horizon!.years[0]!.probability).toEqual(breakEven[0]!.probability);
  });

  it("knows the change of the odds better than the odds", async () => {
    const { change, years } = (await summaryOf(FALLING + horizonOfTwo + run)).horizon!;
    const [first, last] = years.map(({ probability }) => probability!);
    expect(change!.value).toBeCloseTo(last!.value - first!.value, 12);
    const reach = change!.high - change!.low;
    expect(reach).toBeLessThan(last!.high - last!.low + first!.high - first!.low);
  });
});

describe("the present value of uncertain flows", () => {
  /** Mean of 3 U / (1 + r) - 1 with U and r uniform: (3/2) log(1.3/1.1)/0.2 - 1. */
  const exact = (1.5 * Math.log(1.3 / 1.1)) / 0.2 - 1;

  it.each(METHODS)("has the mean that calculus gives, within its error, %s", async (method) => {
    const { npv } = await horizonIn(`inputs:
  u: { distribution: uniform, min: 0, max: 1 }
  r: { distribution: uniform, min: 0.1, max: 0.3, unit: 1/year }
formulas: { out: 1 + 0 * u * r * (1 year) + 0 * years_passed }
outputs: [out]
horizon: { years: 1, investment: 1 USD, cash: 3 USD/year * u, discount: r }
run: { draws: 16384, method: ${method} }
`);
    const { value, error } = npv.mean!;
    expect(Math.abs(value - exact)).toBeLessThan(4 * error);
    expect(error).toBeGreaterThan(0);
    // P(3 U < 1 + r) is the mean of (1 + r) / 3.
    expect(npv.negative.low).toBeLessThan(0.4);
    expect(npv.negative.high).toBeGreaterThan(0.4);
  });
});

describe("a run that is only tallied", () => {
  it("takes its years from the sample kept", async () => {
    const text = `name: a\n${FALLING}${horizonOfTwo}run: { draws: 65536 }\n`;
    const scenario = parseScenario("a.yaml", text);
    const model = compileModel(scenario);
    const plan = planRun(designOf(scenario));
    const tallies = await tallyDraws(scenario, model, plan, inlineEvaluator, {}, 16_384);
    const tallied = finishRun(scenario, model, { plan, tallies });
    const columns = await inlineEvaluator.draw(scenario, plan);
    const held = horizonOf(finishRun(scenario, model, { plan, columns }))!;
    const found = summarize(tallied).horizon!;
    expect(found.draws).toBeLessThanOrEqual(65_536);
    for (const part of ["npv", "irr"] as const) {
      const [one, other] = [found[part].p50!, held[part].p50!];
      expect(one.low - other.high).toBeLessThanOrEqual(0);
      expect(other.low - one.high).toBeLessThanOrEqual(0);
    }
  });
});
