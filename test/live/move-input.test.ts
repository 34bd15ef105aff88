import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import type { DistributionSpec } from "../../src/distributions/distribution.js";
import { families } from "../../src/distributions/families.js";
import { CannotMove, moveInput } from "../../src/live/move-input.js";

/** One distribution for every way a slider's family may be stated, with its unit. */
const MOVED: readonly (readonly [string, DistributionSpec["parameters"], string])[] = [
  ["uniform", { min: 2, max: 5 }, "year"],
  ["uniform", { min: -2, max: 5 }, "1"],
  ["normal", { mean: 10, sd: 2 }, "USD"],
  ["normal", { p5: -1, p95: 4 }, "USD"],
  ["lognormal", { p10: 2, p90: 8 }, "USD"],
  ["lognormal", { mean: 5, sd: 2 }, "USD"],
  ["lognormal", { median: 5, sd_log: 0.4 }, "USD"],
  ["triangular", { min: 3, mode: 4, max: 6 }, "year"],
  ["triangular", { min: 0.1, mode: 0.5, max: 0.7 }, "1"],
  ["triangular", { min: 10, mode: 50, max: 70 }, "%"],
  ["pert", { min: 0, mode: 0.25, max: 0.6 }, "1"],
  ["pert", { min: 15_000, mode: 27_500, max: 40_000 }, "USD"],
  ["beta", { mean: 0.65, sd: 0.08 }, "1"],
  ["beta", { alpha: 3, beta: 2 }, "1"],
  ["beta", { mean: 4, sd: 0.5, min: 2, max: 7 }, "year"],
  ["gamma", { mean: 4, sd: 1 }, "s"],
  ["gamma", { shape: 3, scale: 2 }, "s"],
  ["weibull", { shape: 2, scale: 3 }, "s"],
  ["exponential", { mean: 2 }, "s"],
  ["exponential", { rate: 2 }, "s"],
  ["logistic", { location: 4, scale: 1 }, "s"],
  ["cauchy", { location: 4, scale: 1 }, "s"],
  ["student_t", { location: 4, scale: 1, df: 4 }, "s"],
  ["pareto", { scale: 2, shape: 3 }, "s"],
  ["metalog", { quantiles: { p10: 2, p50: 3, p90: 6 } }, "s"],
  ["metalog", { quantiles: { p10: 2, p50: 3, p90: 6 }, lower: 0 }, "s"],
  ["metalog", { quantiles: { p10: 0.2, p50: 0.3, p90: 0.6 }, lower: 0, upper: 1 }, "1"],
  ["metalog", { quantiles: { p10: 2, p50: 3, p90: 4 }, upper: 9 }, "s"],
];
const cases = MOVED.map(([distribution, parameters, unit]) => {
  const spec: DistributionSpec = { distribution, parameters };
  return [
    `${distribution} of ${Object.keys(parameters).join(", ")}, in ${unit}`,
    spec,
    unit,
  ] as const;
});

describe("a moved input", () => {
  it.each(cases)("%s has the median asked for", (_, spec, unit) => {
    const { quantile } = createDistribution(spec);
    for (const p of [0.05, 0.2, 0.5, 0.8, 0.95]) {
      const median = quantile(p);
      const moved = createDistribution(moveInput(spec, unit, { median }));
      expect(Math.abs(moved.quantile(0.5) / median - 1)).toBeLessThan(2e-5);
    }
  });

  it.each(cases)("%s is wider or narrower about the same median", (_, spec, unit) => {
    const own = createDistribution(spec);
    if (spec.distribution === "exponential") {
      expect(() => moveInput(spec, unit, { spread: 2 })).toThrow(CannotMove);
      return;
    }
    const widths = [0.5, 1, 1.5].map((spread) => {
      const moved = createDistribution(moveInput(spec, unit, { spread }));
      expect(Math.abs(moved.quantile(0.5) / own.quantile(0.5) - 1)).toBeLessThan(2e-5);
      return moved.quantile(0.9) - moved.quantile(0.1);
    });
    expect(widths[0]!).toBeLessThan(widths[1]!);
    expect(widths[1]!).toBeLessThan(widths[2]!);
  });

  it.each(cases)("%s never leaves what it can be", (_, spec, unit) => {
    const own = createDistribution(spec);
    const shift = fc.double({ min: 0.02, max: 0.98, noNaN: true });
    const spread = fc.double({ min: 0.3, max: 3, noNaN: true });
    fc.assert(
      fc.property(shift, spread, (p, s) => {
        const stretched = spec.distribution === "exponential" ? 1 : s;
        let moved;
        try {
          moved = createDistribution(
            moveInput(spec, unit, { median: own.quantile(p), spread: stretched }),
          );
        } catch (error) {
          expect(error).toBeInstanceOf(CannotMove);
          return;
        }
        if (own.support[0] >= 0) expect(moved.support[0]).toBeGreaterThanOrEqual(0);
        const whole = unit === "%" ? 100 : 1;
        if ((unit === "1" || unit === "%") && own.support[0] >= 0 && own.support[1] <= whole) {
          expect(moved.support[1]).toBeLessThanOrEqual(whole);
        }
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it("is itself where nothing is moved", () => {
    const spec = { distribution: "beta", parameters: { mean: 0.65, sd: 0.08 } };
    expect(moveInput(spec, "1", {})).toBe(spec);
    expect(moveInput(spec, "1", { spread: 1 })).toBe(spec);
  });

  it("stretches a lognormal by ratios, a normal by differences and a share by log-odds", () => {
    const lognormal = { distribution: "lognormal", parameters: { p5: 2, p95: 8 } };
    expect(moveInput(lognormal, "USD", { median: 8, spread: 2 }).parameters).toEqual({
      p5: 2,
      p95: 32,
    });
    const normal = { distribution: "normal", parameters: { p5: -1, p95: 5 } };
    expect(moveInput(normal, "USD", { median: 3, spread: 2 }).parameters).toEqual({
      p5: -3,
      p95: 9,
    });
    const share = {
      distribution: "metalog",
      parameters: { quantiles: { p10: 0.2, p50: 0.5, p90: 0.8 }, lower: 0, upper: 1 },
    };
    expect(moveInput(share, "1", { spread: 2 }).parameters["quantiles"]).toEqual({
      p10: 0.0588235,
      p50: 0.5,
      p90: 0.941176,
    });
  });

  it("keeps a truncation and puts the median of what is left where it is asked", () => {
    const spec: DistributionSpec = {
      distribution: "lognormal",
      parameters: { p5: 200, p95: 13_000 },
      truncate: [40, 18_000],
    };
    for (const median of [300, 1500, 6000]) {
      const moved = moveInput(spec, "token/s", { median });
      expect(moved.truncate).toEqual([40, 18_000]);
      expect(createDistribution(moved).quantile(0.5) / median).toBeCloseTo(1, 4);
    }
    expect(() => moveInput(spec, "token/s", { median: 30_000 })).toThrow(CannotMove);
  });

  it("refuses what has no median to move, and what spans all there is", () => {
    const refused = [
      "discrete",
      "poisson",
      "binomial",
      "bernoulli",
      "mixture",
      "empirical",
      "constant",
    ];
    const known = new Set([...MOVED.map(([family]) => family), ...refused]);
    expect(known).toEqual(new Set(families.keys()));
    const poisson = { distribution: "poisson", parameters: { mean: 4 } };
    expect(() => moveInput(poisson, "1", { median: 5 })).toThrow(CannotMove);
    const all = { distribution: "uniform", parameters: { min: 0, max: 1 } };
    expect(() => moveInput(all, "1", { median: 0.6 })).toThrow(CannotMove);
  });
});
