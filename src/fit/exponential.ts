import type { Estimator } from "./estimator.js";

/**
 * The mean is the sample's; its standard error is mean / √n.
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 1 (1994), ch. 19.
 */
export const exponential: Estimator = {
  family: "exponential",
  excludes: ({ min }) => (min >= 0 ? undefined : "needs values of 0 or more"),
  fit: ({ count, mean }) => ({
    estimates: [{ name: "mean", value: mean, error: mean / Math.sqrt(count) }],
    logLikelihood: -count * (1 + Math.log(mean)),
  }),
};
