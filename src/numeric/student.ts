import { incompleteBeta } from "./incomplete-beta.js";

/**
 * The quantile of Student's t distribution. Relative error below 1e-10.
 *
 * @param p in (0, 1)
 * @param degrees of freedom, above 0
 *
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 2 (1995), 28.2.
 */
export function studentQuantile(p: number, degrees: number): number {
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  // The share of t² in degrees + t² beyond the tail is a beta(degrees / 2, 1 / 2).
  const rest = incompleteBeta(degrees / 2, 0.5).quantile(2 * tail);
  const size = Math.sqrt((degrees * (1 - rest)) / rest);
  return p < 0.5 ? -size : size;
}
