import { logGamma } from "../numeric/log-gamma.js";
import type { Family } from "./family.js";
import { numberOf, positive } from "./parameters.js";

/**
 * Time to failure where the risk grows (shape above 1) or falls (below 1) with age.
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 1 (1994), ch. 21.
 */
export const weibull: Family = {
  name: "weibull",
  meaning: "Time to failure where the risk grows or falls with age",
  parameterSets: [["shape", "scale"]],
  create: (parameters) => {
    const shape = positive("shape", numberOf(parameters, "shape"));
    const scale = positive("scale", numberOf(parameters, "scale"));
    const mean = Math.exp(logGamma(1 + 1 / shape));
    const square = Math.exp(logGamma(1 + 2 / shape));
    return {
      family: "weibull",
      support: [0, Infinity],
      mean: scale * mean,
      sd: scale * Math.sqrt(square - mean * mean),
      quantile: (p) => scale * Math.exp(Math.log(-Math.log1p(-p)) / shape),
      quantileAbove: (q) => scale * Math.exp(Math.log(-Math.log(q)) / shape),
      cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-Math.exp(shape * Math.log(x / scale)))),
      survival: (x) => (x <= 0 ? 1 : Math.exp(-Math.exp(shape * Math.log(x / scale)))),
    };
  },
};
