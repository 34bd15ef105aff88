import { incompleteGamma } from "../numeric/incomplete-gamma.js";
import type { Family } from "./family.js";
import { numberOf, positive, spread } from "./parameters.js";

/**
 * A positive quantity with a lighter tail than lognormal: waiting times, total sizes.
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 1 (1994), ch. 17.
 */
export const gamma: Family = {
  name: "gamma",
  meaning: "A positive quantity with a lighter tail than lognormal: waiting times, totals",
  parameterSets: [
    ["shape", "scale"],
    ["mean", "sd"],
  ],
  create: (parameters) => {
    const moments = parameters["shape"] === undefined;
    const mean = moments ? positive("mean", numberOf(parameters, "mean")) : NaN;
    const ratio = moments ? mean / spread(parameters) : NaN;
    const shape = moments ? ratio * ratio : positive("shape", numberOf(parameters, "shape"));
    const scale = moments ? mean / shape : positive("scale", numberOf(parameters, "scale"));
    const { lower, upper, quantile, quantileAbove } = incompleteGamma(shape);
    return {
      family: "gamma",
      support: [0, Infinity],
      mean: shape * scale,
      sd: Math.sqrt(shape) * scale,
      quantile: (p) => scale * quantile(p),
      quantileAbove: (q) => scale * quantileAbove(q),
      cdf: (x) => lower(x / scale),
      survival: (x) => upper(x / scale),
    };
  },
};
