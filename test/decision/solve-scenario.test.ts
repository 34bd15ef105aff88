import { describe, expect, it } from "vitest";
import { type SolveAsk, solvePrice, solveScenario } from "../../src/decision/solve-scenario.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";

/** What is left of x hours after u of one has passed, in minutes: at or below 0 where u >= x. */
function scenario(x: string, more: readonly string[] = []): Scenario {
  const text = [
    "name: test",
    "title: test",
    "inputs:",
    `  x: { ${x}, unit: h }`,
    "  u: { distribution: uniform, min: 0, max: 1, unit: h }",
    "  idle: { distribution: uniform, min: 0, max: 1 }",
    'formulas: { left: { formula: "x - u + 0 h * idle", unit: s } }',
    "outputs: [left]",
    "run: { draws: 16384, seed: 3 }",
    ...more,
  ];
  return parseScenario("test.yaml", text.join("\n"));
}

const UNIFORM = "distribution: uniform, min: 0, max: 1";
const ASK: SolveAsk = { output: "left", input: "x", price: 0, probability: 0.9 };

describe("solving for an input of a scenario", () => {
  it("answers in the input's own unit: x is at most a tenth of an hour in nine of ten", () => {
    const { solution, believed, searched, now } = solveScenario(scenario(UNIFORM), ASK);
    if (solution.kind !== "crosses") throw new Error(solution.kind);
    const [{ value, reached }, ...more] = solution.crossings as [
      (typeof solution.crossings)[number],
    ];
    expect(more).toEqual([]);
    expect(reached).toBe("below");
    // 16,384 points in eight scrambles leave no stretch of 1/2,048 without a point of each.
    expect(Math.abs(value.value - 0.1)).toBeLessThan(1e-3);
    expect(value.low).toBeLessThanOrEqual(0.1 + 1e-4);
    expect(value.high).toBeGreaterThanOrEqual(0.1 - 1e-4);
    expect(believed!.chance).toBeCloseTo(value.value, 10);
    expect(believed).toMatchObject({ p5: expect.closeTo(0.05), p95: expect.closeTo(0.95) });
    expect(searched).toEqual([expect.closeTo(0.001), expect.closeTo(0.999)]);
    expect(Math.abs(now.value - 0.5)).toBeLessThan(0.01);
  });

  it("takes the price in the output's unit: ninety seconds more are 0.025 h more", () => {
    const [zero, later] = [0, 90].map((price) => {
      const { solution } = solveScenario(scenario(UNIFORM), { ...ASK, price });
      return solution.kind === "crosses" ? solution.crossings[0]!.value.value : NaN;
    });
    expect(later! - zero!).toBeCloseTo(0.025, 8);
  });

  it("finds the same for a fixed number, which it says what it is", () => {
    const fixed = solveScenario(scenario("value: 0.4"), { ...ASK, between: [0, 1] });
    expect(fixed.fixed).toBe(0.4);
    expect(fixed.believed).toBeUndefined();
    expect(Math.abs(fixed.now.value - 0.6)).toBeLessThan(1e-3);
    if (fixed.solution.kind !== "crosses") throw new Error(fixed.solution.kind);
    expect(Math.abs(fixed.solution.crossings[0]!.value.value - 0.1)).toBeLessThan(1e-3);
    const near = solveScenario(scenario("value: 0.4"), ASK);
    expect(near.searched).toEqual([expect.closeTo(0.04), expect.closeTo(4)]);
  });

  it("says that no value does it, and which comes closest", () => {
    const { solution } = solveScenario(scenario(UNIFORM), { ...ASK, between: [0.5, 0.8] });
    expect(solution).toMatchObject({ kind: "never", best: { value: 0.5 } });
    if (solution.kind === "never") expect(solution.best.probability).toBeCloseTo(0.5, 2);
  });

  it("names the inputs that are correlated with it, which stay as they are", () => {
    const joined = scenario(UNIFORM, ["correlations: [{ between: [x, u], rank: 0.9 }]"]);
    const { correlated, solution } = solveScenario(joined, ASK);
    expect(correlated).toEqual(["u"]);
    if (solution.kind !== "crosses") throw new Error(solution.kind);
    expect(Math.abs(solution.crossings[0]!.value.value - 0.1)).toBeLessThan(0.01);
  });
});

describe("solving for the price", () => {
  it("is the quantile of the output, in its unit", () => {
    const { price, undefined: unknown } = solvePrice(scenario("value: 1"), ASK);
    expect(unknown).toBe(0);
    expect(Math.abs(price.value - 0.9 * 3600)).toBeLessThan(3.6);
    expect(price.low).toBeLessThanOrEqual(price.value);
  });

  it("of an output without uncertainty is the output", () => {
    const certain = scenario("value: 1", []);
    const text = { ...certain, outputs: ["x"] };
    expect(solvePrice(text, { output: "x", probability: 0.5 }).price).toEqual({
      ...{ value: 1, low: 1, high: 1 },
    });
  });
});
