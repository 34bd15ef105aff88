import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../src/numeric/normal.js";
import { studentQuantile } from "../../src/numeric/student.js";
import type { Method } from "../../src/scenario/scenario.js";
import { createDesign } from "../../src/sampling/create-design.js";
import { type Column, columnOf } from "../../src/statistics/column.js";
import { moments } from "../../src/statistics/moments.js";
import { percentile, sortColumn } from "../../src/statistics/percentile.js";
import { probabilityAtOrBelow } from "../../src/statistics/probability.js";
import { worstTwentieth } from "../../src/statistics/tail.js";

const REPLICATIONS = 1000;
const DRAWS = 12_800;
/** Binomial(1000, 0.95): outside these counts with a probability of 1e-3 (SciPy 1.17 binom). */
const COVERED_MIN = 926;
const COVERED_MAX = 971;

/** Y = exp(Z1 / 2) + Z2, whose statistics below are by numerical integration (SciPy 1.17 quad). */
const TRUE = {
  mean: Math.exp(1 / 8),
  p5: -0.7181028310252057,
  p50: 1.0980504244228486,
  p95: 3.09694911670074,
  atOrBelow2: 0.7804642379924406,
};

function column(method: Method, seed: number): Column {
  const design = createDesign({
    method,
    draws: DRAWS,
    seed: String(seed),
    dimensions: ["z1", "z2"],
  });
  const [z1, z2] = ["z1", "z2"].map((name) => {
    const uniforms = new Float64Array(DRAWS);
    design.fill(name, 0, uniforms);
    return uniforms.map((u) => normalQuantile(u));
  }) as [Float64Array, Float64Array];
  const values = z1.map((z, i) => Math.exp(z / 2) + z2[i]!);
  return columnOf(values, design.replication);
}

describe.each(["random", "lhs", "sobol"] as const)("95%% intervals of the %s design", (method) => {
  const covered = { mean: 0, p5: 0, p50: 0, p95: 0, probability: 0 };
  const holds = ({ low, high }: { low: number; high: number }, truth: number): number =>
    Number(low <= truth && truth <= high);
  for (let seed = 0; seed < REPLICATIONS; seed++) {
    const draws = column(method, seed);
    const sorted = sortColumn(draws);
    const { mean } = moments(draws);
    const reach = studentQuantile(0.975, (draws.replicates?.length ?? DRAWS) - 1);
    covered.mean += Number(Math.abs(mean.value - TRUE.mean) <= reach * mean.error);
    covered.p5 += holds(percentile(sorted, 0.05), TRUE.p5);
    covered.p50 += holds(percentile(sorted, 0.5), TRUE.p50);
    covered.p95 += holds(percentile(sorted, 0.95), TRUE.p95);
    covered.probability += holds(probabilityAtOrBelow(draws, 2), TRUE.atOrBelow2);
  }

  it.each(Object.keys(covered) as (keyof typeof covered)[])(
    "cover the true %s as often as they say",
    (name) => {
      expect(covered[name]).toBeGreaterThanOrEqual(COVERED_MIN);
      expect(covered[name]).toBeLessThanOrEqual(COVERED_MAX);
    },
  );
});

describe("worstTwentieth", () => {
  it("has the mean beyond the 95% quantile of a normal, and an error that 300 runs confirm", () => {
    const truth = Math.exp(-(normalQuantile(0.95) ** 2) / 2) / Math.sqrt(2 * Math.PI) / 0.05;
    const scores = Array.from({ length: 300 }, (_, seed) => {
      const uniforms = new Float64Array(2000);
      createDesign({ method: "random", draws: 2000, seed: String(seed), dimensions: [] }).fill(
        "z",
        0,
        uniforms,
      );
      const values = uniforms.map((u) => normalQuantile(u));
      const { value, error } = worstTwentieth(sortColumn({ values }));
      return (value - truth) / error;
    });
    const mean = scores.reduce((sum, z) => sum + z, 0) / scores.length;
    const sd = Math.sqrt(scores.reduce((sum, z) => sum + (z - mean) ** 2, 0) / (scores.length - 1));
    // The standardized error of 300 runs: mean within 4 of its errors, sd within 4 of its own.
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(300) + 0.05);
    expect(Math.abs(sd - 1)).toBeLessThan(4 / Math.sqrt(600));
  });
});
