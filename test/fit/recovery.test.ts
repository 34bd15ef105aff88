import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import type { DistributionSpec } from "../../src/distributions/distribution.js";
import { familiesToFit } from "../../src/fit/families-to-fit.js";
import { fitFamilies } from "../../src/fit/fit-families.js";
import { sampleOf } from "../../src/fit/sample.js";
import { createDesign } from "../../src/sampling/create-design.js";

const FAMILIES = familiesToFit();

/** What recovery and standard errors are measured on. */
const TRUE: readonly DistributionSpec[] = [
  { distribution: "normal", parameters: { mean: -4, sd: 2.5 } },
  { distribution: "lognormal", parameters: { median: 812, sd_log: 0.41 } },
  { distribution: "gamma", parameters: { shape: 2.3, scale: 40 } },
  { distribution: "weibull", parameters: { shape: 1.7, scale: 12 } },
  { distribution: "beta", parameters: { alpha: 13, beta: 7 } },
  { distribution: "exponential", parameters: { mean: 3.5 } },
  { distribution: "logistic", parameters: { location: 800, scale: 60 } },
  { distribution: "student_t", parameters: { location: 40, scale: 3, df: 3.5 } },
  { distribution: "uniform", parameters: { min: 3, max: 8 } },
  { distribution: "poisson", parameters: { mean: 6.2 } },
];

function drawn(spec: DistributionSpec, seed: string, draws: number): Float64Array {
  const uniforms = new Float64Array(draws);
  createDesign({ method: "random", draws, seed, dimensions: ["x"] }).fill("x", 0, uniforms);
  return uniforms.map(createDistribution(spec).quantile);
}

describe.each(TRUE)("$distribution", (spec) => {
  const { distribution, parameters } = spec;
  const estimator = FAMILIES.find(({ family }) => family === distribution)!;
  // The ends of a uniform err by an exponential amount, to one side; the others nearly normally.
  const ends = distribution === "uniform";

  it("is found from 4,000 values it made, parameters within 4 standard errors, and ranked first", () => {
    const { fits } = fitFamilies(sampleOf(drawn(spec, "1", 4000)), FAMILIES);
    expect(fits[0]!.spec.distribution).toBe(distribution);
    for (const { name, value, error } of fits[0]!.estimates) {
      // A chance of 6e-5 either way.
      const most = (ends ? 9.7 : 4) * error;
      expect(Math.abs(value - (parameters[name] as number)), name).toBeLessThan(most);
    }
  });

  it("states standard errors that are the spread of its estimates, and cover the truth", () => {
    const SAMPLES = 300;
    const found = Array.from({ length: SAMPLES }, (_, seed) =>
      estimator.fit(sampleOf(drawn(spec, String(seed), 400))),
    );
    found[0]!.estimates.forEach(({ name }, k) => {
      const estimates = found.map(({ estimates }) => estimates[k]!);
      // Degrees of freedom spread lopsidedly: their logarithm is compared.
      const log = name === "df";
      const values = estimates.map(({ value }) => (log ? Math.log(value) : value));
      const errors = estimates.map(({ value, error }) => (log ? error / value : error));
      // The spread of 300 estimates is known to 1 / √600, or 4%; of the exponential ones of a
      // uniform's ends to 8%, their kurtosis being 9.
      const ratio = sampleOf(values).sd / sampleOf(errors).mean;
      expect(Math.abs(ratio - 1), name).toBeLessThan(4 * (ends ? 0.082 : 0.041));

      const truth = parameters[name] as number;
      const missed = estimates.filter(({ value, error }) => Math.abs(value - truth) > 1.96 * error);
      // One in twenty; of exponential errors, exp(-1.96).
      const share = ends ? 0.141 : 0.05;
      const tolerance = 4 * Math.sqrt((share * (1 - share)) / SAMPLES);
      expect(Math.abs(missed.length / SAMPLES - share), name).toBeLessThan(tolerance);
    });
  });
});

it("ranks a uniform by what its likelihood comes to over all ends, as BIC ranks the others", () => {
  // The integral of (b - a)^-n over all ends beyond the values is width^(2 - n) / ((n - 1)(n - 2)).
  const values = sampleOf(
    drawn(
      TRUE.find(({ distribution }) => distribution === "uniform")!,
      "1",
      500,
    ),
  );
  const { fits } = fitFamilies(values, FAMILIES);
  const { bic } = fits.find(({ spec }) => spec.distribution === "uniform")!;
  const n = values.count;
  const integral = -n * Math.log(values.max - values.min) - Math.log((n - 1) * (n - 2));
  // (n - 1)(n - 2) is n² to 3 in n.
  expect(Math.abs(bic + 2 * integral)).toBeLessThan(2 * (3.1 / n));
});
