import type { Estimator } from "./estimator.js";
import { normal } from "./normal.js";
import { sampleOf } from "./sample.js";

/**
 * A normal fitted to the logarithms; the standard error of the median is by the delta method.
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 1 (1994), ch. 14.
 */
export const lognormal: Estimator = {
  family: "lognormal",
  excludes: ({ min }) => (min > 0 ? undefined : "needs values above 0"),
  fit: ({ sorted, count }) => {
    const logs = sampleOf(sorted.map(Math.log));
    const { estimates, logLikelihood } = normal.fit(logs);
    const [mu, sigma] = estimates;
    const median = Math.exp(mu!.value);
    return {
      estimates: [
        { name: "median", value: median, error: median * mu!.error },
        { name: "sd_log", value: sigma!.value, error: sigma!.error },
      ],
      logLikelihood: logLikelihood - count * logs.mean,
    };
  },
};
