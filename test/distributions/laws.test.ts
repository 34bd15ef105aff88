import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import type { DistributionSpec } from "../../src/distributions/distribution.js";
import { type Kind, obeysTheLaws } from "./laws.js";

const FAST = { distribution: "lognormal", parameters: { p5: 40, p95: 2000 } };
const SLOW = { distribution: "normal", parameters: { mean: 500, sd: 50 } };
const SHARE = { distribution: "beta", parameters: { alpha: 2, beta: 5 } };
const COUNT = { distribution: "poisson", parameters: { mean: 4.2 } };

/** Members of every family from every set of parameters, easy and awkward. */
const MEMBERS: readonly (DistributionSpec & { readonly kind?: Kind })[] = [
  { distribution: "constant", parameters: { value: 5 }, kind: "whole" },
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
  { distribution: "triangular", parameters: { min: 3, mode: 4, max: 6 }, kind: "kinked" },
  { distribution: "triangular", parameters: { min: -5, mode: 1, max: 2 }, kind: "kinked" },
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
  { distribution: "beta", parameters: { alpha: 0.1, beta: 3, min: -2, max: 0 } },
  { distribution: "beta", parameters: { alpha: 400, beta: 600 } },
  { distribution: "gamma", parameters: { mean: 4, sd: 2 } },
  { distribution: "gamma", parameters: { shape: 0.1, scale: 3 } },
  { distribution: "gamma", parameters: { shape: 1000, scale: 1 } },
  { distribution: "exponential", parameters: { rate: 0.25 } },
  { distribution: "exponential", parameters: { mean: 4 } },
  {
    distribution: "discrete",
    parameters: { values: [3, 1, 2], weights: [1, 5, 2] },
    kind: "whole",
  },
  { distribution: "weibull", parameters: { shape: 1.5, scale: 2 } },
  { distribution: "weibull", parameters: { shape: 0.7, scale: 1 } },
  { distribution: "logistic", parameters: { location: 3, scale: 0.5 } },
  { distribution: "cauchy", parameters: { location: 1, scale: 2 } },
  { distribution: "student_t", parameters: { location: 1, scale: 2, df: 5 } },
  { distribution: "student_t", parameters: { location: 0, scale: 1, df: 2.5 } },
  { distribution: "student_t", parameters: { location: 0, scale: 1, df: 1e5 } },
  { distribution: "pareto", parameters: { scale: 2, shape: 4 } },
  { distribution: "pareto", parameters: { scale: 1, shape: 0.8 } },
  { distribution: "poisson", parameters: { mean: 4.2 }, kind: "whole" },
  { distribution: "poisson", parameters: { mean: 4000 }, kind: "whole" },
  { distribution: "binomial", parameters: { n: 20, p: 0.3 }, kind: "whole" },
  { distribution: "binomial", parameters: { n: 1e6, p: 1e-5 }, kind: "whole" },
  { distribution: "bernoulli", parameters: { p: 0.2 }, kind: "whole" },
  { distribution: "empirical", parameters: { data: [4, 1, 9, 2, 2.5] }, kind: "kinked" },
  { distribution: "empirical", parameters: { data: [1, 2, 2, 2, 7, 7] }, kind: "kinked" },
  { distribution: "metalog", parameters: { quantiles: { p10: 1, p50: 2, p90: 4 } } },
  { distribution: "metalog", parameters: { quantiles: { p10: 10, p50: 20, p90: 30 } } },
  { distribution: "metalog", parameters: { quantiles: { p5: 1, p50: 3, p90: 4 } } },
  {
    distribution: "metalog",
    parameters: { quantiles: { p2_5: 3, p25: 8, p50: 12, p75: 20, p97_5: 50 } },
  },
  { distribution: "metalog", parameters: { quantiles: { p10: 1, p50: 2, p90: 8 }, lower: 0 } },
  { distribution: "metalog", parameters: { quantiles: { p5: -9, p50: -2, p95: -1 }, upper: 0 } },
  {
    distribution: "metalog",
    parameters: { quantiles: { p10: 20, p50: 65, p90: 80 }, lower: 0, upper: 100 },
  },
  {
    distribution: "metalog",
    parameters: { quantiles: { p10: 1, p50: 2, p90: 4 } },
    truncate: [0, 100],
  },
  { distribution: "mixture", parameters: { components: [FAST, SLOW], weights: [7, 3] } },
  {
    distribution: "mixture",
    parameters: { components: [SLOW, FAST, SHARE], weights: [1, 0, 2] },
    kind: "gapped",
  },
  {
    distribution: "mixture",
    parameters: { components: [{ ...SLOW, truncate: [490, 510] }, SHARE], weights: [1e-9, 1] },
    kind: "kinked",
  },
  {
    distribution: "mixture",
    parameters: { components: [COUNT, { ...COUNT, truncate: [6, 9] }], weights: [1, 2] },
    kind: "whole",
  },
  {
    distribution: "mixture",
    parameters: {
      components: [
        { distribution: "mixture", parameters: { components: [FAST, SLOW], weights: [1, 1] } },
        { distribution: "uniform", parameters: { min: 0, max: 900 } },
      ],
      weights: [0.8, 0.2],
    },
    kind: "kinked",
  },
  { distribution: "normal", parameters: { mean: 0, sd: 1 }, truncate: [-1, 4] },
  { distribution: "normal", parameters: { mean: 0, sd: 1 }, truncate: [8, 9] },
  { distribution: "normal", parameters: { mean: 0, sd: 1 }, truncate: [-20, -8] },
  { distribution: "cauchy", parameters: { location: 0, scale: 1 }, truncate: [1e3, 1e6] },
  { distribution: "poisson", parameters: { mean: 4.2 }, truncate: [2, 6], kind: "whole" },
  { distribution: "lognormal", parameters: { p5: 200, p95: 13_000 }, truncate: [40, 18_000] },
  {
    distribution: "triangular",
    parameters: { min: 3, mode: 4, max: 6 },
    truncate: [3.5, 5],
    kind: "kinked",
  },
];

describe.each(MEMBERS.map((member) => [JSON.stringify(member), member] as const))(
  "%s",
  (_, member) => {
    const distribution = createDistribution(member);
    const { quantile, mean, sd } = distribution;

    obeysTheLaws(distribution, member.kind ?? "smooth");

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
