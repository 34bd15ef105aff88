import type { Sample } from "./sample.js";

/** One fitted parameter, under the name the scenario language has for it. */
export interface Estimate {
  readonly name: string;
  readonly value: number;
  /** Standard error, in the parameter's own unit; NaN where the likelihood is too flat to tell. */
  readonly error: number;
}

/** A family's best member for a sample. */
export interface Likeliest {
  /** With what is known beforehand, one complete parameter set of the family. */
  readonly estimates: readonly Estimate[];
  /** Natural logarithm of the likelihood of the whole sample. */
  readonly logLikelihood: number;
  /** Why this member is at the edge of its family and none to offer. */
  readonly atEdge?: string;
}

/** How one family is fitted by maximum likelihood. */
export interface Estimator {
  /** Name of the family in a scenario. */
  readonly family: string;
  /** A family of whole numbers, whose likelihood is made of probabilities, not of densities. */
  readonly discrete?: boolean;
  /** What the estimated parameters weigh in AIC and BIC; one each unless given. */
  readonly freedom?: number;
  /** Parameters that are stated, not estimated. */
  readonly known?: Readonly<Record<string, number>>;
  /** Why the family cannot have made these values; undefined where it can. */
  readonly excludes: (sample: Sample) => string | undefined;
  /** Only for samples that are not excluded. */
  readonly fit: (sample: Sample) => Likeliest;
}
