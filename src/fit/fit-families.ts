import { createDistribution } from "../distributions/create.js";
import type { DistributionSpec } from "../distributions/distribution.js";
import { ParameterError } from "../distributions/family.js";
import type { Estimate, Estimator } from "./estimator.js";
import { type Goodness, goodnessOf } from "./goodness.js";
import type { Sample } from "./sample.js";

/** One family's best member, and how well it describes the sample. */
export interface Fit extends Goodness {
  readonly estimator: Estimator;
  readonly spec: DistributionSpec;
  readonly estimates: readonly Estimate[];
  readonly logLikelihood: number;
  /** Akaike's information criterion, 2 k - 2 log L; less is better. */
  readonly aic: number;
  /** Schwarz's criterion, k log n - 2 log L; less is better. */
  readonly bic: number;
  /** Its excess over the best fit's. */
  readonly bicExcess: number;
}

/** Every family that was tried. */
export interface FamilyFits {
  /** Best first, by BIC. */
  readonly fits: readonly Fit[];
  readonly excluded: readonly { readonly family: string; readonly reason: string }[];
}

/**
 * Fits every candidate family by maximum likelihood.
 *
 * Source: Akaike, "A new look at the statistical model identification", IEEE TAC 19 (1974); Schwarz,
 * "Estimating the dimension of a model", Annals of Statistics 6 (1978).
 */
export function fitFamilies(sample: Sample, families: readonly Estimator[]): FamilyFits {
  const fits: Omit<Fit, "bicExcess">[] = [];
  const excluded: { family: string; reason: string }[] = [];
  for (const estimator of families) {
    const fit = fitOne(estimator, sample);
    if (typeof fit === "string") excluded.push({ family: estimator.family, reason: fit });
    else fits.push(fit);
  }
  fits.sort((one, other) => one.bic - other.bic);
  return { fits: fits.map((fit) => ({ ...fit, bicExcess: fit.bic - fits[0]!.bic })), excluded };
}

/** A fit, or why there is none. */
function fitOne(estimator: Estimator, sample: Sample): Omit<Fit, "bicExcess"> | string {
  const reason = estimator.excludes(sample);
  if (reason !== undefined) return reason;
  const { estimates, logLikelihood, atEdge } = estimator.fit(sample);
  if (atEdge !== undefined) return atEdge;
  if (![logLikelihood, ...estimates.map(({ error }) => error)].every(Number.isFinite)) {
    return "its likelihood has no clear maximum here";
  }
  const spec = specOf(estimator, estimates);
  try {
    const goodness = goodnessOf(createDistribution(spec), sample, estimator.discrete);
    const k = estimator.freedom ?? estimates.length;
    const aic = 2 * k - 2 * logLikelihood;
    const bic = k * Math.log(sample.count) - 2 * logLikelihood;
    return { estimator, spec, estimates, logLikelihood, aic, bic, ...goodness };
  } catch (error) {
    if (error instanceof ParameterError) return error.message;
    throw error;
  }
}

/** A family's member as a scenario states it. */
export function specOf(
  { family, known = {} }: Estimator,
  estimates: readonly Estimate[],
): DistributionSpec {
  const estimated = estimates.map(({ name, value }) => [name, value] as const);
  return { distribution: family, parameters: { ...Object.fromEntries(estimated), ...known } };
}
