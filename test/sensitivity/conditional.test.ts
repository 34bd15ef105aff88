import { describe, expect, it } from "vitest";
import { fixedDraws } from "../../src/decision/fixed-draws.js";
import { marginalOf } from "../../src/decision/marginal.js";
import { whatToBelieve } from "../../src/decision/believe.js";
import { normalQuantile } from "../../src/numeric/normal.js";
import { morris } from "../../src/sensitivity/morris.js";
import { shapleyEffects } from "../../src/sensitivity/shapley-effects.js";
import { sobolIndices } from "../../src/sensitivity/sobol-indices.js";
import { modelOf, STANDARD_NORMAL } from "./models.js";

/** x is normal around a mean that is normal itself: variance 4 given the mean, 5 in all. */
const model = modelOf(
  { x: `distribution: normal, mean: { ${STANDARD_NORMAL} }, sd: 2`, z: STANDARD_NORMAL },
  { y: "x + z" },
);
const target = { output: 0, measure: { kind: "value" } } as const;

describe("an input whose mean is uncertain", () => {
  it("has the share of what is left of it once the mean is known; the mean has its own", () => {
    const [result] = sobolIndices(model, [target], { draws: 4096, seed: "1" });
    if (result!.kind !== "indices") throw new Error(result!.reason);
    const truth: Readonly<Record<string, number>> = { "x.mean": 1 / 6, x: 4 / 6, z: 1 / 6 };
    expect(result!.groups).toHaveLength(3);
    for (const { name, first, total } of result!.groups) {
      // Twice the half-width of an interval leaves out 2e-3 of Student's t with seven degrees.
      expect(Math.abs(first.value - truth[name]!)).toBeLessThan(first.high - first.low);
      expect(Math.abs(total.value - truth[name]!)).toBeLessThan(total.high - total.low);
      expect(first.high - first.low).toBeLessThan(0.02);
    }
  });

  it("has the same Shapley effects, there being no interactions", () => {
    const [result] = shapleyEffects(model, [target], { draws: 1024, seed: "1" });
    if (result!.kind !== "effects") throw new Error(result!.reason);
    for (const { name, effect } of result!.groups) {
      expect(effect.value).toBeCloseTo(name === "x" ? 4 / 6 : 1 / 6, 2);
    }
  });

  it("moves with its mean in a screening: twice the score's step for x, once for the mean", () => {
    const { effects } = morris(model, target, 30, "1");
    const sizes = Object.fromEntries(effects.map(({ input, size }) => [input, size.value]));
    expect(sizes["x"]! / sizes["x.mean"]!).toBeGreaterThan(1.6);
    expect(sizes["x"]! / sizes["x.mean"]!).toBeLessThan(2.4);
  });
});

describe("fixed draws of an input whose mean is uncertain", () => {
  const dimensions = model.inputs.map(({ name }) => name);
  const draws = fixedDraws(model, { method: "sobol", draws: 4096, seed: "1", dimensions });
  const column = (settings: Readonly<Record<string, number>>): Float64Array =>
    draws.evaluate(0, new Map(Object.entries(settings)), "held")[0]!.slice();

  it("follow the mean where that is set, by exactly as much", () => {
    const [low, high] = [column({ "x.mean": 0 }), column({ "x.mean": 3 })];
    for (const [i, y] of high.entries()) expect(y - low[i]!).toBeCloseTo(3, 10);
  });

  it("leave the input where it is set, whatever its mean", () => {
    expect(column({ x: 5, z: 1 })).toEqual(new Float64Array(draws.sizes[0]!).fill(6));
    expect(column({ x: 5, "x.mean": 9, z: 1 })[0]).toBe(6);
  });

  it("know what is believed of it over all means", () => {
    const { quantile, cdf } = marginalOf(draws, "x");
    // 4,096 balanced draws; independent ones would have an error of 0.07.
    expect(Math.abs(quantile(0.9) - Math.sqrt(5) * normalQuantile(0.9))).toBeLessThan(0.07);
    expect(cdf(0)).toBeCloseTo(0.5, 2);
    expect(() => marginalOf(draws, "w")).toThrow("no input named w");
  });

  it("are not asked what to believe of it, only of what it rests on", () => {
    expect(whatToBelieve(draws, 0, 0).map(({ input }) => input)).toEqual(["x.mean", "z"]);
  });
});

it("refuses to let correlated inputs follow one whose distribution depends on others", () => {
  const joined = modelOf(
    { x: `distribution: normal, mean: { ${STANDARD_NORMAL} }, sd: 2`, z: STANDARD_NORMAL },
    { y: "x + z" },
    [["x", "z", 0.5]],
  );
  const dimensions = joined.inputs.map(({ name }) => name);
  const draws = fixedDraws(joined, { method: "sobol", draws: 512, seed: "1", dimensions });
  expect(() => draws.evaluate(0, new Map([["x", 1]]), "follow")).toThrow(/depends on other inputs/);
  expect(draws.evaluate(0, new Map([["x", 1]]), "held")[0]).toHaveLength(draws.sizes[0]!);
});
