import { createDistribution } from "../distributions/create.js";
import { createDesign } from "../sampling/create-design.js";
import { type Fit, specOf } from "./fit-families.js";
import { type Goodness, goodnessOf } from "./goodness.js";
import { sampleOf } from "./sample.js";

/** Larger samples are tested as if of this size; see `pValues`. */
const COUNT_MAX = 200;
const REPLICATES = 399;

/** The chance that a sample of the fitted distribution, fitted again, is as far from its own fit. */
export interface PValue {
  readonly value: number;
  /** Standard error of the simulation. */
  readonly error: number;
}

/** One for each statistic that the fit has. */
export type PValues = { readonly [K in keyof Goodness]: PValue | undefined };

/**
 * P-values by parametric bootstrap: samples are drawn from the fitted distribution and fitted in
 * their turn, so that the values' share in choosing the parameters is accounted for. (Tables for
 * distributions given beforehand make every fitted one look good.)
 *
 * Samples of more than 200 values are held against simulated ones of 200, √n times the
 * Kolmogorov-Smirnov distance and A² itself: by then neither's distribution moves by as much as 1%.
 *
 * @param count values in the sample
 *
 * Source: Stute, Gonzáles Manteiga & Presedo Quindimil, "Bootstrap based goodness-of-fit-tests",
 * Metrika 40 (1993); the size by Stephens, JASA 69 (1974), table 1A.
 */
export function pValues(fit: Fit, count: number): PValues {
  const { estimator, spec } = fit;
  const size = Math.min(count, COUNT_MAX);
  const { quantile } = createDistribution(spec);
  // The same uniforms for every family.
  const options = { method: "random", draws: size * REPLICATES, seed: "fit" } as const;
  const design = createDesign({ ...options, dimensions: ["values"] });
  const values = new Float64Array(size);
  const simulated: Goodness[] = [];
  for (let k = 0; k < REPLICATES; k++) {
    design.fill("values", k * size, values);
    const sample = sampleOf(values.map(quantile));
    if (sample.sd === 0 || estimator.excludes(sample) !== undefined) continue;
    const again = createDistribution(specOf(estimator, estimator.fit(sample).estimates));
    simulated.push(goodnessOf(again, sample, estimator.discrete));
  }
  return {
    kolmogorovSmirnov: shareBeyond(
      fit.kolmogorovSmirnov * Math.sqrt(count / size),
      simulated.map((goodness) => goodness.kolmogorovSmirnov),
    ),
    andersonDarling:
      fit.andersonDarling === undefined
        ? undefined
        : shareBeyond(
            fit.andersonDarling,
            simulated.map((goodness) => goodness.andersonDarling ?? Infinity),
          ),
  };
}

/** The sample itself counts as one more of the simulated, so that no p-value is 0. */
function shareBeyond(statistic: number, simulated: readonly number[]): PValue {
  const all = simulated.length + 1;
  const value = (1 + simulated.filter((other) => other >= statistic).length) / all;
  return { value, error: Math.sqrt((value * (1 - value)) / all) };
}
