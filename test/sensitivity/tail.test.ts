import { describe, expect, it } from "vitest";
import type { CompiledModel } from "../../src/engine/compile-model.js";
import { type SobolIndices, sobolIndices } from "../../src/sensitivity/sobol-indices.js";
import type { Tail } from "../../src/sensitivity/tail.js";
import { inputsNamed, modelOf, STANDARD_NORMAL, UNIT_INTERVAL } from "./models.js";

function tailOf(model: CompiledModel, seed = "1", kind: "value" | "logarithm" = "value"): Tail {
  const targets = [{ output: 0, measure: { kind } }];
  return (sobolIndices(model, targets, { draws: 4096, seed })[0] as SobolIndices).tail!;
}

/**
 * The river flood model of OpenTURNS (usecases/flood_model.py), whose friction Ks ~ N(30, 7.5) is
 * truncated at 0: the height H goes like Ks^-0.6, and E[Ks^-1.2] is infinite. The Gumbel flow is
 * written by its quantile, from its truncation at zero flow on.
 */
function flood(ks: string): CompiledModel {
  const atZero = Math.exp(-Math.exp(1013 / 558));
  return modelOf(
    {
      u: `distribution: uniform, min: ${atZero}, max: 1`,
      Ks: ks,
      Zv: "distribution: uniform, min: 49, max: 51",
      Zm: "distribution: uniform, min: 54, max: 56",
      Hd: "distribution: uniform, min: 7, max: 9",
      Zb: "distribution: triangular, min: 55, mode: 55.5, max: 56",
      length: "distribution: uniform, min: 4990, max: 5010",
      width: "distribution: triangular, min: 295, mode: 300, max: 305",
    },
    { S: "((1013 - 558*log(-log(u))) / (Ks*width*sqrt((Zm - Zv)/length)))^0.6 + Zv - Hd - Zb" },
  );
}

describe("the tail of an output", () => {
  it("of the flood model is found to leave no variance, which no draw of a run shows", () => {
    const tail = tailOf(flood("distribution: normal, mean: 30, sd: 7.5, truncate: [0, 1000]"));
    expect(tail.index.value).toBeGreaterThan(4);
    expect(tail.growth).toMatchObject({ input: "Ks", end: "low" });
    expect(tail.growth!.exponent).toBeCloseTo(0.6, 2);
    expect(tail.warning).toMatch(/grows without limit as Ks goes to the low end of its range/);
  });

  it("is no cause for warning once the friction is kept away from zero", () => {
    const tail = tailOf(flood("distribution: normal, mean: 30, sd: 7.5, truncate: [15, 1000]"));
    expect(tail.warning).toBeUndefined();
  });

  it.each([
    ["pareto, scale: 1, shape: 1.5", 1 / 1.5],
    ["pareto, scale: 1, shape: 2", 1 / 2],
    ["cauchy, location: 0, scale: 1", 1],
    ["student_t, df: 2, location: 0, scale: 1", 1 / 2],
  ])("of x ~ %s + y grows like u to the minus %d, and is warned of", (spec, exponent) => {
    const tail = tailOf(modelOf({ x: `distribution: ${spec}`, y: UNIT_INTERVAL }, { z: "x + y" }));
    expect(tail.growth!.exponent).toBeCloseTo(exponent, 2);
    expect(tail.warning).toBeDefined();
  });

  it.each([
    ["pareto, scale: 1, shape: 4"],
    ["student_t, df: 5, location: 0, scale: 1"],
    ["lognormal, p5: 40, p95: 2000"],
    ["normal, mean: 0, sd: 1"],
    ["exponential, mean: 1"],
  ])("of x ~ %s + y is no cause for warning", (spec) => {
    const model = modelOf({ x: `distribution: ${spec}`, y: UNIT_INTERVAL }, { z: "x + y" });
    expect(tailOf(model).warning).toBeUndefined();
  });

  it("is told from the draws where no single input's end shows it: a ratio of two normals", () => {
    const model = modelOf(inputsNamed(2, STANDARD_NORMAL), { y: "x1/x2" });
    const { index, warning } = tailOf(model);
    // A Cauchy: its tail index is 1.
    expect(Math.abs(index.value - 1)).toBeLessThan(4 * index.error);
    expect(warning).toMatch(/tail index of 1\.\d ± 0\.\d/);
  });

  it("of the logarithm of a Pareto is an exponential one, and no cause for warning", () => {
    const model = modelOf({ x: "distribution: pareto, scale: 1, shape: 1" }, { y: "x" });
    expect(tailOf(model, "1", "logarithm").warning).toBeUndefined();
  });

  it("is not thrown by a step far out, which is no growth", () => {
    const model = modelOf(inputsNamed(2, STANDARD_NORMAL), { y: "if(x1 > 6, 1000, x2/1000)" });
    expect(tailOf(model).warning).toBeUndefined();
  });
});
