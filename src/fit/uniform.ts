import type { Estimator } from "./estimator.js";

/**
 * The smallest and the largest value. Their standard errors are those of the extremes of n uniforms,
 * about width / n: the likelihood has no Fisher information here. As each end is known to 1 / n, not to
 * 1 / √n, it weighs two parameters: the likelihood integrates to width^(2 - n) / ((n - 1)(n - 2)), whose
 * -2 log is -2 log L + 4 log n but for constants.
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 2 (1995), ch. 26.
 */
export const uniform: Estimator = {
  family: "uniform",
  freedom: 4,
  excludes: () => undefined,
  fit: ({ count, min, max }) => {
    const width = max - min;
    const error = (width / (count + 1)) * Math.sqrt(count / (count + 2));
    return {
      estimates: [
        { name: "min", value: min, error },
        { name: "max", value: max, error },
      ],
      logLikelihood: -count * Math.log(width),
    };
  },
};
