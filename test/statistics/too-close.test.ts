import { describe, expect, it } from "vitest";
import { simulate } from "../../src/pipeline.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import { errorsFrom } from "../../src/statistics/errors-from.js";
import { tooClose } from "../../src/statistics/too-close.js";
import type { Summary } from "../../src/summary/summary.js";

describe("a distance in standard errors", () => {
  it("is less than 1.96 just where a run cannot tell", () => {
    const interval = { value: 10, low: 9, high: 13 };
    for (const threshold of [8.5, 9, 9.01, 10, 12.99, 13, 14]) {
      const close = tooClose(interval, threshold, 100) !== undefined;
      expect(errorsFrom(interval, threshold)! < 1.9599639845, String(threshold)).toBe(close);
    }
    expect(errorsFrom(interval, 16)).toBeCloseTo(2 * 1.959964, 6);
    expect(errorsFrom({ value: 1, low: 1, high: 1 }, 2)).toBeUndefined();
  });
});

describe("a number near a threshold", () => {
  const interval = { value: 0.51, low: 0.48, high: 0.54 };

  it("is clear where its interval leaves the threshold out, or only touches it", () => {
    expect(tooClose(interval, 0.45, 1000)).toBeUndefined();
    expect(tooClose(interval, 0.48, 1000)).toBeUndefined();
    expect(tooClose({ value: 1, low: 1, high: 1 }, 1, 1000)).toBeUndefined();
    expect(tooClose({ value: NaN, low: NaN, high: NaN }, 1, 1000)).toBeUndefined();
  });

  it("needs nine times the draws where its error is three times its distance", () => {
    expect(tooClose(interval, 0.5, 1000)).toEqual({ drawsToTell: 9000 });
  });

  it("counts the arm of its interval that points to the threshold", () => {
    expect(tooClose({ value: 0.51, low: 0.49, high: 0.9 }, 0.5, 1000)).toEqual({
      drawsToTell: 4000,
    });
    expect(tooClose({ value: 0.49, low: 0.1, high: 0.51 }, 0.5, 1000)).toEqual({
      drawsToTell: 4000,
    });
  });

  it("names draws to two figures, rounded up", () => {
    expect(tooClose(interval, 0.5, 131_072)).toEqual({ drawsToTell: 1_200_000 });
  });

  it("names no number on the threshold, or beyond the longest run", () => {
    expect(tooClose({ ...interval, value: 0.5 }, 0.5, 1000)).toEqual({ drawsToTell: null });
    expect(tooClose({ ...interval, value: 0.50001 }, 0.5, 1e9)).toEqual({ drawsToTell: null });
  });
});

describe("a run too close to call", () => {
  const run = (price: number, draws: number, expect = "[0, 1]"): Promise<Summary> =>
    simulate(
      parseScenario(
        "a.yaml",
        `name: a
inputs: { x: { distribution: normal, mean: 10, sd: 1, unit: USD/Mtoken } }
formulas: { cost: { formula: x, unit: USD/Mtoken } }
outputs: [cost]
prices: { P: ${price} }
run: { draws: ${draws}, method: random }
expect: [ { against: P, probability: ${expect} } ]
`,
      ),
      inlineEvaluator,
    );

  it("names the draws at which its interval would leave out even odds", async () => {
    // A share of 0.508, whose interval at 2,500 draws is 0.02 wide either way.
    const [price] = (await run(10.02, 2500)).breakEven;
    const { value, low, high } = price!.probability;
    const needed = 2500 * ((value < 0.5 ? high - value : value - low) / (value - 0.5)) ** 2;
    expect(price!.tooClose!.drawsToTell).toBeGreaterThanOrEqual(needed);
    expect(price!.tooClose!.drawsToTell).toBeLessThan(1.1 * needed);
  });

  it("tells in a longer run", async () => {
    // An interval 0.0016 wide either way: the odds are 10 standard errors from even.
    const [price] = (await run(10.02, 400_000)).breakEven;
    expect(price!.tooClose).toBeUndefined();
    expect(price!.probability.value).toBeGreaterThan(0.5);
  });

  it("says so of what it was expected to be", async () => {
    const { value } = (await run(10.02, 2500)).breakEven[0]!.probability;
    const [near] = (await run(10.02, 2500, `[${value - 0.01}, 1]`)).expect;
    // The interval is 0.0196 wide either way.
    expect(near!.tooClose!.drawsToTell).toBeGreaterThan(9000);
    expect(near!.tooClose!.drawsToTell).toBeLessThan(11_000);
    const [clear] = (await run(10.02, 2500, "[0.2, 0.8]")).expect;
    expect(clear!.tooClose).toBeUndefined();
    // A share of 0.5 in 2500 independent draws has an error of 0.01, and nothing lies beyond 1.
    expect(near!.margin!.standardErrors).toBeCloseTo(1, 1);
    expect(near!.margin!.bound).toBe(value - 0.01);
    expect(clear!.margin!.standardErrors).toBeGreaterThan(1.96);
  });

  it("is clear where nothing is uncertain or the price is far", async () => {
    expect((await run(11, 2500)).breakEven[0]!.tooClose).toBeUndefined();
  });
});
