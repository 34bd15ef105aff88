import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import type { DistributionSpec } from "../../src/distributions/distribution.js";

const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

/** Members of every family from every set of parameters, easy and awkward. */
const MEMBERS: readonly (DistributionSpec & { readonly atoms?: true })[] = [
  { distribution: "constant", parameters: { value: 5 }, atoms: true },
  { distribution: "uniform", parameters: { min: -2, max: 3 } },
  { distribution: "normal", parameters: { mean: 0.9, sd: 0.05 } },
  { distribution: "normal", parameters: { p5: -3, p95: 7 } },
  { distribution: "normal", parameters: { p10: 1, p90: 2 } },
  { distribution: "normal", parameters: { p25: 1, p75: 2 } },
  { distribution: "lognormal", parameters: { p5: 250_000, p95: 400_000 } },
  { distribution: "lognormal", parameters: { p10: 2, p90: 8 } },
  { distribution: "lognormal", parameters: { p25: 2, p75: 3 } },
  { distribution: "lognormal", parameters: { mean: 3, sd: 1 } },
  { distribution: "lognormal", parameters: { median: 2, sd_log: 0.5 } },
  { distribution: "triangular", parameters: { min: 3, mode: 4, max: 6 } },
  { distribution: "triangular", parameters: { min: 0, mode: 0, max: 1 } },
  { distribution: "triangular", parameters: { min: 0, mode: 1, max: 1 } },
  { distribution: "pert", parameters: { min: 0.2, mode: 1, max: 2 } },
  { distribution: "pert", parameters: { min: 0, mode: 10, max: 100 } },
  { distribution: "pert", parameters: { min: 0, mode: 0, max: 1 } },
  { distribution: "beta", parameters: { alpha: 13, beta: 7 } },
  { distribution: "beta", parameters: { alpha: 0.5, beta: 0.5 } },
  { distribution: "beta", parameters: { mean: 0.65, sd: 0.07 } },
  { distribution: "beta", parameters: { mean: 30, sd: 5, min: 10, max: 60 } },
  { distribution: "gamma", parameters: { shape: 9.5, scale: 2 } },
  { distribution: "gamma", parameters: { shape: 0.5, scale: 1 } },
  { distribution: "gamma", parameters: { mean: 4, sd: 2 } },
  { distribution: "exponential", parameters: { rate: 0.25 } },
  { distribution: "exponential", parameters: { mean: 4 } },
  { distribution: "discrete", parameters: { values: [3, 1, 2], weights: [1, 5, 2] }, atoms: true },
  { distribution: "weibull", parameters: { shape: 1.5, scale: 2 } },
  { distribution: "weibull", parameters: { shape: 0.7, scale: 1 } },
  { distribution: "logistic", parameters: { location: 3, scale: 0.5 } },
  { distribution: "cauchy", parameters: { location: 1, scale: 2 } },
  { distribution: "student_t", parameters: { location: 1, scale: 2, df: 5 } },
  { distribution: "pareto", parameters: { scale: 2, shape: 4 } },
  { distribution: "poisson", parameters: { mean: 4.2 }, atoms: true },
  { distribution: "poisson", parameters: { mean: 4e4 }, atoms: true },
  { distribution: "binomial", parameters: { n: 20, p: 0.3 }, atoms: true },
  { distribution: "binomial", parameters: { n: 1e6, p: 1e-5 }, atoms: true },
  { distribution: "bernoulli", parameters: { p: 0.2 }, atoms: true },
  { distribution: "empirical", parameters: { data: [4, 1, 9, 2, 2.5] } },
  { distribution: "normal", parameters: { mean: 0, sd: 1 }, truncate: [-1, 4] },
  { distribution: "lognormal", parameters: { p5: 200, p95: 13_000 }, truncate: [40, 18_000] },
  { distribution: "triangular", parameters: { min: 3, mode: 4, max: 6 }, truncate: [3.5, 5] },
];

describe.each(MEMBERS.map((member) => [JSON.stringify(member), member] as const))(
  "%s",
  (_, member) => {
    const { quantile, cdf, support, mean, sd } = createDistribution(member);
    const [lower, upper] = support;

    it("stays in its support", () => {
      fc.assert(fc.property(probability, (p) => lower <= quantile(p) && quantile(p) <= upper));
      for (const p of [1e-300, Number.MIN_VALUE, 2 ** -53, 1 - 2 ** -53]) {
        expect(quantile(p)).toBeGreaterThanOrEqual(lower);
        expect(quantile(p)).toBeLessThanOrEqual(upper);
      }
    });

    it("has a quantile that never falls", () => {
      fc.assert(
        fc.property(
          probability,
          probability,
          (p, q) => p > q || quantile(p) <= quantile(q) * (1 + 1e-13 * Math.sign(quantile(q))),
        ),
      );
    });

    it("has a cdf that undoes its quantile", () => {
      fc.assert(
        fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) =>
          member.atoms ? cdf(quantile(p)) >= p - 1e-12 : Math.abs(cdf(quantile(p)) - p) < 1e-9,
        ),
      );
    });

    it("has a cdf of 0 below its support and of 1 above", () => {
      if (Number.isFinite(lower)) expect(cdf(lower - 1)).toBe(0);
      if (Number.isFinite(upper)) expect(cdf(upper + 1)).toBe(1);
    });

    it("has the mean and standard deviation it claims, by the midpoint rule over 100,000 strata", () => {
      // Cauchy's has neither, and says so.
      if (Number.isNaN(mean)) return;
      const strata = 100_000;
      let sum = 0;
      let squares = 0;
      for (let k = 0; k < strata; k++) {
        const value = quantile((k + 0.5) / strata);
        sum += value;
        squares += (value - mean) * (value - mean);
      }
      // The outermost strata hold what the rule misses of an unbounded tail: below 1e-3 of the sd.
      expect(Math.abs(sum / strata - mean)).toBeLessThanOrEqual(1e-3 * sd + 1e-12 * Math.abs(mean));
      expect(Math.sqrt(squares / strata)).toBeGreaterThanOrEqual(0.97 * sd);
      expect(Math.sqrt(squares / strata)).toBeLessThanOrEqual(1.0001 * sd);
    });

    it("honours the mean, sd and median it was stated by", () => {
      if (member.truncate) return;
      const {
        mean: statedMean,
        sd: statedSd,
        median,
      } = member.parameters as Record<string, number>;
      if (statedMean !== undefined) expect(mean / statedMean).toBeCloseTo(1, 12);
      if (statedSd !== undefined) expect(sd / statedSd).toBeCloseTo(1, 12);
      if (median !== undefined) expect(quantile(0.5) / median).toBeCloseTo(1, 12);
    });

    it("honours the percentiles it was stated by", () => {
      for (const [name, value] of Object.entries(member.parameters)) {
        const percent = /^p([0-9]+)$/.exec(name)?.[1];
        if (percent === undefined || member.truncate) continue;
        expect(quantile(Number(percent) / 100) / Number(value)).toBeCloseTo(1, 12);
      }
    });
  },
);
