import { incompleteBeta } from "./incomplete-beta.js";

/** Student's t distribution of one number of degrees of freedom; symmetric about 0. */
export interface Student {
  readonly quantile: (p: number) => number;
  /** The share at or below t, with all its digits where that is small. */
  readonly cdf: (t: number) => number;
}

/**
 * Student's t, its constants worked out once. Relative error of the quantile below 1e-11, of the
 * smaller tail below 1e-11 for t up to 1e150.
 *
 * @param degrees of freedom, above 0
 * @throws {RangeError} for any other
 *
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 2 (1995), 28.2.
 */
export function student(degrees: number): Student {
  if (!(degrees > 0)) throw new RangeError(`Student's t needs degrees above 0; got ${degrees}`);
  // The share of t² in degrees + t² is a beta(1/2, degrees / 2).
  const share = incompleteBeta(0.5, degrees / 2);
  const rest = incompleteBeta(degrees / 2, 0.5);
  const root = Math.sqrt(degrees);
  /** Size of the t with a share q <= 1/2 beyond it, solved in the smaller part of the range. */
  const size = (q: number): number => {
    if (q > 0.25) {
      const { x, y } = share.locate(1 - 2 * q, 2 * q);
      return root * Math.sqrt(x / y);
    }
    const { y, logX } = rest.locate(2 * q, 1 - 2 * q);
    return root * Math.exp(-logX / 2) * Math.sqrt(y);
  };
  return {
    quantile: (p) => (p === 0.5 ? 0 : p < 0.5 ? -size(p) : size(1 - p)),
    cdf: (t) => {
      const ratio = (t / root) * (t / root);
      const tail = rest.lower(1 / (1 + ratio), 1 / (1 + 1 / ratio)) / 2;
      return t < 0 ? tail : 1 - tail;
    },
  };
}

/** The quantile once; for many of the same degrees, `student` saves work. */
export function studentQuantile(p: number, degrees: number): number {
  return student(degrees).quantile(p);
}
