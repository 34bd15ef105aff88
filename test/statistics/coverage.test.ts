import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import type { ParameterValue } from "../../src/distributions/distribution.js";
import { normalQuantile } from "../../src/numeric/normal.js";
import { createDesign } from "../../src/sampling/create-design.js";
import type { Method } from "../../src/scenario/scenario.js";
import { type Column, columnOf } from "../../src/statistics/column.js";
import type { Interval } from "../../src/statistics/estimate.js";
import { moments } from "../../src/statistics/moments.js";
import { percentile, sortColumn } from "../../src/statistics/percentile.js";
import { probabilityAtOrBelow } from "../../src/statistics/probability.js";
import { worstTwentieth } from "../../src/statistics/tail.js";
import reference from "../reference/coverage-model.json" with { type: "json" };

const REPLICATIONS = 2000;
/** Binomial(2000, 0.95): outside these counts with a probability of 1e-3 (SciPy 1.17 binom). */
const COVERED_MIN = 1867;
const COVERED_MAX = 1931;

const TRUE = reference.values;
const INPUTS = {
  price: tabled("lognormal", { median: 2, sd_log: 0.5 }),
  overhead: tabled("uniform", { min: 0.1, max: 0.4 }),
  utilization: tabled("beta", { alpha: 13, beta: 7 }),
  power: tabled("normal", { mean: 0.9, sd: 0.05 }),
};

/** The quantile function read off 2^14 cells by parabolas, itself at both ends: within 1e-6. */
function tabled(
  distribution: string,
  parameters: Readonly<Record<string, ParameterValue>>,
): (u: number) => number {
  const { quantile } = createDistribution({ distribution, parameters });
  const cells = 1 << 14;
  const nodes = Float64Array.from({ length: cells }, (_, k) =>
    k === 0 ? NaN : quantile(k / cells),
  );
  return (u) => {
    const cell = Math.floor(u * cells);
    if (cell < 100 || cell > cells - 100) return quantile(u);
    const share = u * cells - cell;
    const [before, low, high, after] = [-1, 0, 1, 2].map((k) => nodes[cell + k]!) as number[];
    return (
      low! +
      share * (high! - low!) +
      ((share * (share - 1)) / 4) * (after! - high! - low! + before!)
    );
  };
}

function costs(method: Method, draws: number, seed: number): Column {
  const names = Object.keys(INPUTS) as (keyof typeof INPUTS)[];
  const design = createDesign({ method, draws, seed: String(seed), dimensions: names });
  const [price, overhead, utilization, power] = names.map((name) => {
    const uniforms = new Float64Array(draws);
    design.fill(name, 0, uniforms);
    return uniforms.map(INPUTS[name]);
  }) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const values = price.map((paid, i) => (paid * (1 + overhead[i]!)) / utilization[i]! + power[i]!);
  return columnOf(values, design.replication);
}

describe.each([
  ["random", 4000],
  ["lhs", 4000],
  ["sobol", 4096],
] as const)("95%% intervals of the %s design at %i draws", (method, draws) => {
  const covered = { mean: 0, p5: 0, p50: 0, p95: 0, atOrBelow6: 0 };
  for (let seed = 0; seed < REPLICATIONS; seed++) {
    const column = costs(method, draws, seed);
    const sorted = sortColumn(column);
    const found: Record<keyof typeof covered, Interval> = {
      mean: moments(column).mean,
      p5: percentile(sorted, 0.05),
      p50: percentile(sorted, 0.5),
      p95: percentile(sorted, 0.95),
      atOrBelow6: probabilityAtOrBelow(column, 6),
    };
    for (const name of Object.keys(covered) as (keyof typeof covered)[]) {
      const { low, high } = found[name];
      covered[name] += Number(low <= TRUE[name] && TRUE[name] <= high);
    }
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
