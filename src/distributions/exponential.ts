import type { Family } from "./family.js";
import { numberOf, positive } from "./parameters.js";

/**
 * Time until an event that is as likely in every hour.
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 1 (1994), ch. 19.
 */
export const exponential: Family = {
  name: "exponential",
  meaning: "Time until an event that is as likely in every hour",
  parameterSets: [["rate"], ["mean"]],
  create: (parameters) => {
    const mean =
      parameters["rate"] === undefined
        ? positive("mean", numberOf(parameters, "mean"))
        : 1 / positive("rate", numberOf(parameters, "rate"));
    return {
      family: "exponential",
      support: [0, Infinity],
      mean,
      sd: mean,
      quantile: (p) => -mean * Math.log1p(-p),
      quantileAbove: (q) => -mean * Math.log(q),
      cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-x / mean)),
      survival: (x) => (x <= 0 ? 1 : Math.exp(-x / mean)),
    };
  },
};
