import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { familiesToFit } from "../../src/fit/families-to-fit.js";
import { type Fit, fitFamilies } from "../../src/fit/fit-families.js";
import { sampleOf } from "../../src/fit/sample.js";

interface Expected {
  readonly parameters: Readonly<Record<string, number>>;
  readonly errors: readonly number[] | null;
  readonly logLikelihood: number;
  readonly ks: number;
  readonly ad: number | null;
}

const { samples } = JSON.parse(
  readFileSync(new URL("../reference/fits.json", import.meta.url), "utf8"),
) as {
  readonly samples: readonly {
    readonly sample: string;
    readonly values: readonly number[];
    readonly fits: Readonly<Record<string, Expected>>;
  }[];
};

const FITTED = new Map(
  samples.map(({ sample, values }) => [sample, fitFamilies(sampleOf(values), familiesToFit())]),
);

const CASES = samples.flatMap(({ sample, fits }) =>
  Object.entries(fits).map(([family, expected]) => ({ sample, family, expected })),
);

function found(sample: string, family: string): Fit {
  return FITTED.get(sample)!.fits.find(({ spec }) => spec.distribution === family)!;
}

describe.each(CASES)("$family fitted to the sample $sample", ({ sample, family, expected }) => {
  const fit = found(sample, family);

  it("has SciPy's parameters", () => {
    expect(fit.estimates.map(({ name }) => name)).toEqual(Object.keys(expected.parameters));
    for (const { name, value, error } of fit.estimates) {
      // At a flat top, 1e-12 in the likelihood is 1e-6 of a standard error in the parameter; SciPy's
      // likelihood of nearly equal values has but eight digits, and its top is as blurred.
      const slack = sample === "nearly equal" ? 1e-3 : 1e-5;
      expect(Math.abs(value - expected.parameters[name]!), name).toBeLessThan(slack * error);
    }
  });

  it("has the standard errors of SciPy's likelihood, by its second derivatives", () => {
    // Their differences are good to 1e-5 or so: the fourth power of steps of a tenth of an error.
    fit.estimates.forEach(({ name, error }, k) => {
      if (expected.errors)
        expect(Math.abs(error / expected.errors[k]! - 1), name).toBeLessThan(5e-4);
    });
  });

  it("has SciPy's likelihood", () => {
    const size = 1 + Math.abs(expected.logLikelihood);
    expect(Math.abs(fit.logLikelihood - expected.logLikelihood)).toBeLessThan(1e-9 * size);
  });

  it("is as far from the values as SciPy says", () => {
    expect(fit.kolmogorovSmirnov).toBeCloseTo(expected.ks, 6);
    if (expected.ad === null) expect(fit.andersonDarling).toBeUndefined();
    else expect(Math.abs(fit.andersonDarling! / expected.ad - 1)).toBeLessThan(1e-4);
  });
});

it.each(samples)(
  "every family has SciPy's fit of $sample, or a reason for none",
  ({ sample, fits }) => {
    const { fits: ours, excluded } = FITTED.get(sample)!;
    expect(ours.map(({ spec }) => spec.distribution).sort()).toEqual(Object.keys(fits).sort());
    expect(ours.length + excluded.length).toBe(familiesToFit().length);
    for (const { reason } of excluded) expect(reason).toMatch(/^(needs|its) /);
  },
);

it("fits a beta between stated ends as it fits the shares of the way between them", () => {
  const { values } = samples.find(({ sample }) => sample === "beta")!;
  const stretched = sampleOf(values.map((x) => 20 + 60 * x));
  const { fits } = fitFamilies(stretched, familiesToFit({ min: 20, max: 80 }));
  const fit = fits.find(({ spec }) => spec.distribution === "beta")!;
  const share = found("beta", "beta");
  expect(fit.spec.parameters).toMatchObject({ min: 20, max: 80 });
  expect(fit.kolmogorovSmirnov).toBeCloseTo(share.kolmogorovSmirnov, 9);
  const density = values.length * Math.log(60);
  expect(fit.logLikelihood).toBeCloseTo(share.logLikelihood - density, 6);
  fit.estimates.forEach(({ value, error }, k) => {
    expect(Math.abs(value - share.estimates[k]!.value)).toBeLessThan(1e-6 * error);
  });
});
