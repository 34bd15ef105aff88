import { logGamma } from "../numeric/log-gamma.js";
import type { Estimator } from "./estimator.js";
import { average } from "./sample.js";

/**
 * The mean is the sample's; its standard error is √(mean / n).
 * Source: Johnson, Kemp & Kotz, Univariate Discrete Distributions (2005), ch. 4.
 */
export const poisson: Estimator = {
  family: "poisson",
  discrete: true,
  excludes: ({ sorted, min }) =>
    min >= 0 && sorted.every(Number.isInteger) ? undefined : "needs whole numbers of 0 or more",
  fit: ({ sorted, count, mean }) => {
    const logDensity = average(sorted, (k) => k * Math.log(mean) - mean - logGamma(k + 1));
    return {
      estimates: [{ name: "mean", value: mean, error: Math.sqrt(mean / count) }],
      logLikelihood: count * logDensity,
    };
  },
};
