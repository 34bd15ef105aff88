import type { Estimator } from "./estimator.js";

const LOG_TWO_PI_E = Math.log(2 * Math.PI) + 1;

/**
 * Mean and standard deviation (divisor n); standard errors sd / √n and sd / √(2n).
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 1 (1994), ch. 13.
 */
export const normal: Estimator = {
  family: "normal",
  excludes: () => undefined,
  fit: ({ count, mean, sd }) => ({
    estimates: [
      { name: "mean", value: mean, error: sd / Math.sqrt(count) },
      { name: "sd", value: sd, error: sd / Math.sqrt(2 * count) },
    ],
    logLikelihood: -count * (LOG_TWO_PI_E / 2 + Math.log(sd)),
  }),
};
