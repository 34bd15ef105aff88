/**
 * A distribution is its quantile function; everything else is description.
 * One path serves every design: uniforms in, values out.
 */
export interface Distribution {
  /** Name used in a scenario: `lognormal`. */
  readonly family: string;
  /** Smallest and largest value, in the parameter's own unit; may be infinite. */
  readonly support: readonly [number, number];
  /** First moment; infinite or NaN where it does not exist. */
  readonly mean: number;
  /** Standard deviation; infinite or NaN where it does not exist. */
  readonly sd: number;
  /** The value below which a share `p` of outcomes lies, for p in (0, 1). Never falls as p grows. */
  readonly quantile: (p: number) => number;
  /** The value above which a share `q` lies: `quantile(1 - q)`, with all its digits for tiny q. */
  readonly quantileAbove: (q: number) => number;
  /** The share of outcomes at or below `x`, in [0, 1]; all its digits where that is small. */
  readonly cdf: (x: number) => number;
  /** The share of outcomes above `x`: `1 - cdf(x)`, with all its digits where that is small. */
  readonly survival: (x: number) => number;
  /** The most likely value, where straight lines of density run from it to the ends of the support. */
  readonly mode?: number;
  /** Only whole numbers occur. */
  readonly whole?: boolean;
}

/** Value of one parameter as a scenario states it; a list of distributions are a mixture's components. */
export type ParameterValue =
  | number
  | string
  | readonly number[]
  | Readonly<Record<string, number>>
  | readonly DistributionSpec[];

/** A distribution as a scenario states it: family name, parameters in the quantity's unit, truncation. */
export interface DistributionSpec {
  readonly distribution: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly truncate?: readonly [number, number];
}
