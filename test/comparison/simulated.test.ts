import { describe, expect, it } from "vitest";
import { compareScenarios } from "../../src/comparison/compare-scenarios.js";
import type { SimulatedComparison } from "../../src/comparison/comparison.js";
import { shareOfPairs } from "../../src/comparison/share-of-pairs.js";
import { normalCdf } from "../../src/numeric/normal.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Interval } from "../../src/statistics/estimate.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import { simulate } from "../../src/pipeline.js";

/** A lognormal cost: rent over speed, each given by the mean and spread of its logarithm. */
const product = (
  name: string,
  [rent, rentSpread]: readonly [number, number],
  [speed, speedSpread]: readonly [number, number],
  more = "",
) =>
  parseScenario(
    `${name}.yaml`,
    `name: ${name}
inputs:
  rent: { distribution: lognormal, median: ${Math.exp(rent)}, sd_log: ${rentSpread} }
  speed: { distribution: lognormal, median: ${Math.exp(speed)}, sd_log: ${speedSpread} }
formulas: { cost: rent / speed }
outputs: [cost]
prices: { Ours: { price: 1.5 }, Theirs: { price: ${name === "a" ? 2 : 3} } }
run: { seed: 11, method: sobol }
${more}`,
  );

const A = product("a", [1, 0.3], [0.5, 0.4]);
const B = product("b", [1.4, 0.5], [0.5, 0.9]);

function covers({ low, high }: Interval, value: number): boolean {
  return low <= value && value <= high;
}

const simulated = (a = A, b = B, options = {}): SimulatedComparison =>
  compareScenarios(a, b, options).simulated!;

describe("a simulated comparison", () => {
  it("splits medians and odds as the exact distributions do", () => {
    const { median, breakEven, run } = simulated();
    expect(run).toEqual({ draws: 32_768, replicates: 8, mixtures: 4, seed: "11", method: "sobol" });
    // The median of a product of lognormals is the ratio of medians: only rent moves it.
    const parts = new Map(median.split!.parts.map((part) => [part.factor, part.effect]));
    expect(covers(parts.get("rent")!, 0.4)).toBe(true);
    expect(parts.get("rent")!.high - parts.get("rent")!.low).toBeLessThan(0.01);
    expect(covers(parts.get("speed")!, 0)).toBe(true);
    expect(covers(median.a, Math.exp(0.5))).toBe(true);
    expect(covers(median.difference, Math.exp(0.9) - Math.exp(0.5))).toBe(true);
    const odds = (rent: number, ...spreads: number[]): number =>
      normalCdf((Math.log(1.5) - (rent - 0.5)) / Math.hypot(...spreads));
    const [ours] = breakEven;
    const none = odds(1, 0.3, 0.4);
    const both = odds(1.4, 0.5, 0.9);
    const exact = (odds(1.4, 0.5, 0.4) - none + both - odds(1, 0.3, 0.9)) / 2;
    expect(covers(ours!.a, none)).toBe(true);
    expect(covers(ours!.difference, both - none)).toBe(true);
    const part = ours!.split!.parts.find(({ factor }) => factor === "rent")!;
    expect(part.effect.value).toBeCloseTo(exact, 3);
    expect(Math.abs(ours!.split!.residual)).toBeLessThan(1e-12);
  });

  it("has a price that differs as one more factor", () => {
    const theirs = simulated().breakEven[1]!;
    expect(theirs.price).toEqual({ a: 2, b: 3 });
    expect(theirs.split!.parts.map(({ factor }) => factor).sort()).toEqual([
      "price",
      "rent",
      "speed",
    ]);
    const price = theirs.split!.parts.find(({ factor }) => factor === "price")!;
    expect(price.effect.value).toBeGreaterThan(0.1);
    const same = compareScenarios(A, A).simulated!.breakEven[1]!;
    expect(same.split!.parts).toEqual([]);
  });

  it("tells how often the first is the cheaper, in one future and in two", () => {
    const { cheaper } = simulated();
    // In one future each input has one rank in both, so only the differences of spreads are left.
    const apart = normalCdf(0.4 / Math.hypot(0.3, 0.4, 0.5, 0.9));
    const together = normalCdf(0.4 / Math.hypot(0.2, 0.5));
    expect(cheaper.apart.value).toBeCloseTo(apart, 2);
    expect(cheaper.together.value).toBeCloseTo(together, 2);
    expect(covers(cheaper.together, together)).toBe(true);
  });

  it("sees the same draws as a run of the same seed, design and number", async () => {
    const run = { draws: 4096, seed: "11", method: "sobol" as const };
    const joined = product(
      "a",
      [1, 0.3],
      [0.5, 0.4],
      "correlations: [{ between: [speed, rent], rank: 0.7 }]",
    );
    for (const scenario of [A, joined]) {
      const { median, breakEven } = simulated(scenario, B, { run });
      const own = await simulate({ ...scenario, run: { ...A.run, ...run } }, inlineEvaluator);
      expect(median.a.value).toBe(own.outputs["cost"]!.percentiles["p50"]!.value);
      expect(breakEven[0]!.a).toEqual(own.breakEven[0]!.probability);
    }
  });

  it("has the joining of inputs as a factor of its own, which no median at fixed inputs sees", () => {
    const joined = product(
      "b",
      [1, 0.3],
      [0.5, 0.4],
      "correlations: [{ between: [rent, speed], rank: 0.9 }]",
    );
    const { point, simulated: found, factors } = compareScenarios(A, joined, { price: 1 });
    expect(factors.map(({ name }) => name)).toEqual(["correlations"]);
    expect(point!.parts[0]!.effect.value).toBe(0);
    // Spearman 0.9 is 2 sin(0.15 pi) between the logarithms.
    const spread = Math.sqrt(0.09 + 0.16 - 2 * 0.3 * 0.4 * 2 * Math.sin(0.15 * Math.PI));
    const exact = normalCdf(-0.5 / spread) - normalCdf(-0.5 / 0.5);
    expect(covers(found!.breakEven[0]!.split!.parts[0]!.effect, exact)).toBe(true);
  });

  it("does not call inputs joined differently that do not vary on one side", () => {
    const joined = "correlations: [{ between: [rent, speed], rank: 0.9 }]";
    const fixed = parseScenario(
      "b.yaml",
      "name: b\ninputs: { rent: 3, speed: 2 }\nformulas: { cost: rent / speed }\noutputs: [cost]",
    );
    const there = compareScenarios(product("a", [1, 0.3], [0.5, 0.4], joined), fixed);
    const back = compareScenarios(fixed, product("a", [1, 0.3], [0.5, 0.4], joined));
    for (const { factors } of [there, back]) {
      expect(factors.map(({ name }) => name).sort()).toEqual(["rent", "speed"]);
    }
    expect(back.simulated!.median.b.value).toBeCloseTo(there.simulated!.median.a.value, 2);
  });

  it.each(["random", "lhs", "sobol"] as const)("has errors that cover, by %s draws", (method) => {
    const effects = Array.from({ length: 40 }, (_, k) => {
      const { median } = simulated(A, B, { run: { draws: 1024, seed: `s${k}`, method } });
      return median.split!.parts.find(({ factor }) => factor === "rent")!.effect;
    });
    // 95% nominal: fewer than 33 of 40 has a probability below 0.3%.
    expect(effects.filter((effect) => covers(effect, 0.4)).length).toBeGreaterThanOrEqual(33);
    // And no wider than they need be: a half-width is about 2.1 to 2.4 standard deviations.
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(mean(effects.map(({ value }) => (value - 0.4) ** 2)));
    const half = mean(effects.map(({ low, high }) => (high - low) / 2));
    expect(half / spread).toBeGreaterThan(1.5);
    expect(half / spread).toBeLessThan(3.4);
  });

  it("counts draws without a finite value and refuses to split what has none", () => {
    const root = (name: string, mean: number) =>
      parseScenario(
        `${name}.yaml`,
        `name: ${name}
inputs: { x: { distribution: normal, mean: ${mean}, sd: 1 } }
formulas: { r: sqrt(x) }
outputs: [r]`,
      );
    const found = simulated(root("a", 1), root("b", -1));
    expect(found.undefined.a / 32_768).toBeCloseTo(normalCdf(-1), 3);
    expect(found.undefined.b / 32_768).toBeCloseTo(normalCdf(1), 3);
    expect(found.median.split).toBeNull();
  });
});

describe("the share of pairs", () => {
  it("counts every pair, ties as at or below, and what is no number above all numbers", () => {
    const first = Float64Array.of(3, NaN, 1, 2);
    const second = Float64Array.of(2, NaN, 0.5);
    let pairs = 0;
    for (const x of first)
      for (const y of second) if (x <= y || (Number.isNaN(y) && !Number.isNaN(x))) pairs++;
    expect(shareOfPairs(first, second)).toBe(pairs / 12);
  });
});

describe("inputs that depend on other inputs", () => {
  const switched = (name: string, weight: number): ReturnType<typeof parseScenario> =>
    parseScenario(
      `${name}.yaml`,
      `name: ${name}
inputs:
  rent: { distribution: uniform, min: 1, max: 2 }
  speed: { distribution: normal, mean: { distribution: uniform, min: 4, max: 6 }, sd: 0.5 }
switches:
  market:
    cases:
      - { name: calm, weight: ${weight} }
      - { name: tight, weight: ${1 - weight}, inputs: { rent: { distribution: uniform, min: 3, max: 4 } } }
formulas: { cost: rent / speed }
outputs: [cost]
run: { seed: 11 }
`,
    );

  it("are drawn in a mixture as in a run, and exchanged like any other", async () => {
    const [a, b] = [switched("a", 0.8), switched("b", 0.3)];
    const { factors, simulated: found } = compareScenarios(a, b, {});
    expect(factors.map(({ name }) => name)).toEqual(["market"]);
    const { outputs } = await simulate(b, inlineEvaluator);
    const median = outputs["cost"]!.percentiles["p50"]!;
    expect(Math.abs(found!.median.b.value - median.value)).toBeLessThan(
      3 * (found!.median.b.high - found!.median.b.low + median.high - median.low),
    );
    expect(found!.median.difference.low).toBeGreaterThan(0);
  });
});
