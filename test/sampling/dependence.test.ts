import { sampleRankCorrelation } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { createDesign } from "../../src/sampling/create-design.js";
import { sampleUniforms } from "../../src/sampling/sample-uniforms.js";
import { createDependence } from "../../src/scenario/dependence.js";

const DRAWS = 20_000;
const inputs = ["x", "y", "z"];

describe.each(["random", "lhs", "sobol"] as const)("rank correlations of %s draws", (method) => {
  const design = createDesign({ method, draws: DRAWS, seed: "5", dimensions: inputs });

  it.each([-1, -0.9, -0.4, 0.3, 0.7, 1])("asked as %f are achieved", (rank) => {
    const dependence = createDependence([{ between: ["x", "y"], rank }])!;
    const columns = sampleUniforms(design, dependence, inputs, 0, DRAWS);
    const [x, y, z] = columns.map((column) => Array.from(column)) as [number[], number[], number[]];
    // The standard error of a rank correlation is at most 1 / sqrt(n - 1) (Kendall 1948).
    const error = 5 / Math.sqrt(DRAWS - 1);
    expect(Math.abs(sampleRankCorrelation(x, y) - rank)).toBeLessThan(error);
    expect(Math.abs(sampleRankCorrelation(x, z))).toBeLessThan(error);
  });

  it("leave each input uniform and the inputs outside the copula as they were", () => {
    const dependence = createDependence([{ between: ["x", "y"], rank: -0.6 }])!;
    const joined = sampleUniforms(design, dependence, inputs, 0, DRAWS);
    const free = sampleUniforms(design, undefined, inputs, 0, DRAWS);
    expect(joined[0]).toEqual(free[0]);
    expect(joined[2]).toEqual(free[2]);
    const sorted = joined[1]!.slice().sort();
    const distance = sorted.reduce((d, u, i) => Math.max(d, Math.abs(u - (i + 0.5) / DRAWS)), 0);
    // Kolmogorov's 1 - 1e-6 quantile over sqrt(n).
    expect(distance).toBeLessThan(2.69 / Math.sqrt(DRAWS));
  });
});

describe("createDependence", () => {
  it("joins what can hold together and refuses what cannot", () => {
    const pairs = (rank: number) =>
      [
        { between: ["x", "y"], rank: 0.9 },
        { between: ["y", "z"], rank: 0.9 },
        { between: ["x", "z"], rank },
      ] as const;
    expect(createDependence(pairs(0.8))).toBeDefined();
    expect(createDependence(pairs(-0.9))).toBeUndefined();
  });
});
