import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import { familiesToFit } from "../../src/fit/families-to-fit.js";
import { type Fit, fitFamilies } from "../../src/fit/fit-families.js";
import { pValues } from "../../src/fit/p-values.js";
import { sampleOf } from "../../src/fit/sample.js";

/**
 * What one sample in ten and one in twenty exceed after fitting, as functions of √n and n.
 * Source: Stephens, in D'Agostino & Stephens, Goodness-of-Fit Techniques (1986), chapter 4;
 * the distance of a normal is that of Lilliefors, with Stephens's modification.
 */
const TABLES = [
  ["normal", "andersonDarling", (n: number) => 1 / (1 + 0.75 / n + 2.25 / (n * n)), 0.631, 0.752],
  ["normal", "kolmogorovSmirnov", distanceScale, 0.819, 0.895],
  ["exponential", "andersonDarling", (n: number) => 1 / (1 + 0.6 / n), 1.062, 1.321],
  ["weibull", "andersonDarling", (n: number) => 1 / (1 + 0.2 / Math.sqrt(n)), 0.637, 0.757],
  ["logistic", "andersonDarling", (n: number) => 1 / (1 + 0.25 / n), 0.563, 0.66],
] as const;

function distanceScale(n: number): number {
  return 1 / (Math.sqrt(n) - 0.01 + 0.85 / Math.sqrt(n));
}

/** The quantiles of a distribution of positive values, as a sample of n. */
function fitted(n: number, family: string): Fit {
  const { quantile } = createDistribution({
    distribution: "gamma",
    parameters: { shape: 3, scale: 2 },
  });
  const values = Array.from({ length: n }, (_, i) => quantile((i + 0.5) / n));
  const { fits } = fitFamilies(sampleOf(values), familiesToFit());
  return fits.find(({ spec }) => spec.distribution === family)!;
}

describe.each(TABLES)("the p-value of a %s by %s", (family, statistic, scale, tenth, twentieth) => {
  it.each([
    [25, 0.1, tenth],
    [25, 0.05, twentieth],
    // Far more values than are simulated at a time.
    [2000, 0.1, tenth],
  ])("of %d values is %d at the tabulated %d", (n, p, critical) => {
    const at = { ...fitted(n, family), [statistic]: critical * scale(n) };
    const found = pValues(at, n)[statistic]!;
    expect(Math.abs(found.value - p)).toBeLessThan(4 * found.error);
    expect(found.error).toBeLessThan(0.017);
  });
});

it("is none for a statistic that a fit does not have, and never 0", () => {
  const uniform = pValues({ ...fitted(25, "uniform"), kolmogorovSmirnov: 1 }, 25);
  expect(uniform.andersonDarling).toBeUndefined();
  expect(uniform.kolmogorovSmirnov!.value).toBe(1 / 400);
});
