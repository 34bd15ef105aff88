import type { Sample } from "./sample.js";

/** One fitted parameter, under the name the scenario language has for it. */
export interface Estimate {
  readonly name: string;
  readonly value: number;
  /** Standard error, in the parameter's own unit. */
  readonly error: number;
}

/** A family's best member for a sample. */
export interface Likeliest {
  /** One complete parameter set of the family. */
  readonly estimates: readonly Estimate[];
  /** Natural logarithm of the likelihood of the whole sample. */
  readonly logLikelihood: number;
}

/** How one family is fitted by maximum likelihood. */
export interface Estimator {
  /** Name of the family in a scenario. */
  readonly family: string;
  /** Why the family cannot have made these values; undefined where it can. */
  readonly excludes: (sample: Sample) => string | undefined;
  /** Only for samples that are not excluded. */
  readonly fit: (sample: Sample) => Likeliest;
}
