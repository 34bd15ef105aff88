import type { Distribution } from "./distribution.js";

/**
 * The distribution of `factor` times the value: a change of unit.
 *
 * @param factor above 0; for 1 the distribution itself comes back
 */
export function scaled(distribution: Distribution, factor: number): Distribution {
  if (factor === 1) return distribution;
  const { family, support, mean, sd, mode, quantile, quantileAbove, cdf, survival } = distribution;
  return {
    family,
    support: [support[0] * factor, support[1] * factor],
    mean: mean * factor,
    sd: sd * factor,
    ...(mode === undefined ? {} : { mode: mode * factor }),
    quantile: (p) => quantile(p) * factor,
    quantileAbove: (q) => quantileAbove(q) * factor,
    cdf: (x) => cdf(x / factor),
    survival: (x) => survival(x / factor),
  };
}
