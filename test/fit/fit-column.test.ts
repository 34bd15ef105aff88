import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import type { DistributionSpec } from "../../src/distributions/distribution.js";
import { familiesToFit } from "../../src/fit/families-to-fit.js";
import { fitColumn } from "../../src/fit/fit-column.js";
import { fitFamilies } from "../../src/fit/fit-families.js";
import { sampleOf } from "../../src/fit/sample.js";
import { createDesign } from "../../src/sampling/create-design.js";

const MEASURED = { file: "a.csv", column: "x" };

function drawn(spec: DistributionSpec, draws: number, seed = "1"): number[] {
  const uniforms = new Float64Array(draws);
  createDesign({ method: "random", draws, seed, dimensions: ["x"] }).fill("x", 0, uniforms);
  return [...uniforms].map(createDistribution(spec).quantile);
}

const notes = (values: readonly number[]): string =>
  fitColumn(values, MEASURED).record.notes.join("\n");

describe("the notes on a fit", () => {
  it("name the families that the values do not tell apart", () => {
    const values = drawn({ distribution: "gamma", parameters: { shape: 30, scale: 2 } }, 20);
    expect(notes(values)).toMatch(/do not tell \w+ from (\w+, )*\w+( or \w+)? \(BIC within 2\)/);
  });

  it("say that no family fits values of two kinds", () => {
    const low = drawn({ distribution: "normal", parameters: { mean: 100, sd: 3 } }, 60);
    const high = drawn({ distribution: "normal", parameters: { mean: 200, sd: 3 } }, 60, "2");
    const mixed = low.flatMap((value, k) => [value, high[k]!]);
    expect(notes(mixed)).toMatch(/^No family describes these values well/m);
  });

  it("say when values resemble those before them, or repeat", () => {
    const values = drawn({ distribution: "normal", parameters: { mean: 9, sd: 1 } }, 40);
    expect(notes([...values].sort((a, b) => a - b))).toMatch(/resembles the one before it/);
    expect(notes(values.map((x) => Math.round(2 * x) / 2))).toMatch(
      /^The values repeat \(\d+ dist/m,
    );
    expect(notes(values)).not.toMatch(/resembles|repeat/);
  });

  it("say which outcomes of a fit no value has shown", () => {
    const parameters = { location: 10, scale: 1, df: 1.2 };
    const heavy = drawn({ distribution: "student_t", parameters }, 60).filter((x) => x > 0);
    expect(notes(heavy)).toMatch(
      /No value is below 0, but [0-9.]+% of the outcomes of this student_t/,
    );
    expect(notes(heavy)).toMatch(/no finite standard deviation/);
  });
});

it("says which families were left out, and why", () => {
  const { record } = fitColumn([-1, 2, 3.5, 4, 5, 6, 7, 9, 11], MEASURED);
  const left = record.excluded.map(({ family }) => family);
  expect(left).toEqual(
    expect.arrayContaining(["lognormal", "gamma", "weibull", "exponential", "beta"]),
  );
});

it("gives the same bits for the same values, and simulates p-values for near families alone", () => {
  const values = drawn({ distribution: "lognormal", parameters: { median: 5, sd_log: 1 } }, 60);
  const { record } = fitColumn(values, MEASURED);
  expect(fitColumn(values, MEASURED).record).toEqual(record);
  for (const { bicExcess, kolmogorovSmirnov } of record.fits) {
    expect(kolmogorovSmirnov.p !== null).toBe(bicExcess < 10);
  }
  expect(record.fits.some(({ bicExcess }) => bicExcess >= 10)).toBe(true);
});

/** Values of any size and any spread that a column may hold. */
const column = fc
  .record({
    values: fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 8, maxLength: 40 }),
    exponent: fc.integer({ min: -120, max: 120 }),
    shift: fc.constantFrom(0, 1, 2, 1000, 1e6),
  })
  .map(({ values, exponent, shift }) =>
    values.map((x) => (x / 1e9 + shift) * Number(`1e${exponent}`)),
  )
  .filter((values) => {
    const [min, max] = [Math.min(...values), Math.max(...values)];
    return max - min > 1e-10 * Math.max(Math.abs(min), Math.abs(max));
  });

it("fits whatever numbers there are: every number of every fit is finite", () => {
  fc.assert(
    fc.property(column, (values) => {
      const sample = sampleOf(values);
      const { fits, excluded } = fitFamilies(sample, familiesToFit());
      expect(fits.length + excluded.length).toBe(familiesToFit().length);
      expect(fits.length).toBeGreaterThan(1);
      for (const { estimates, bic, kolmogorovSmirnov } of fits) {
        expect(estimates.every(({ value }) => Number.isFinite(value))).toBe(true);
        expect(estimates.every(({ error }) => error > 0 && Number.isFinite(error))).toBe(true);
        expect(Number.isFinite(bic)).toBe(true);
        expect(kolmogorovSmirnov).toBeGreaterThan(0);
        expect(kolmogorovSmirnov).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 150, seed: 1 },
  );
});

it("does not depend on the unit: BIC moves by 2 n log of it, its excess and the distances by nothing", () => {
  const values = drawn({ distribution: "gamma", parameters: { shape: 2, scale: 3 } }, 60);
  const unit = 1000;
  const one = fitFamilies(sampleOf(values), familiesToFit()).fits;
  const other = fitFamilies(sampleOf(values.map((x) => x * unit)), familiesToFit()).fits;
  expect(other.map(({ spec }) => spec.distribution)).toEqual(
    one.map(({ spec }) => spec.distribution),
  );
  one.forEach(({ bic, bicExcess, kolmogorovSmirnov }, k) => {
    expect(other[k]!.bic - bic).toBeCloseTo(2 * values.length * Math.log(unit), 6);
    expect(other[k]!.bicExcess).toBeCloseTo(bicExcess, 6);
    expect(other[k]!.kolmogorovSmirnov).toBeCloseTo(kolmogorovSmirnov, 6);
  });
});
