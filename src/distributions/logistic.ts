import type { Family } from "./family.js";
import { numberOf, positive } from "./parameters.js";

/**
 * Like a normal with heavier tails.
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 2 (1995), ch. 23.
 */
export const logistic: Family = {
  name: "logistic",
  meaning: "Like a normal with heavier tails",
  parameterSets: [["location", "scale"]],
  create: (parameters) => {
    const location = numberOf(parameters, "location");
    const scale = positive("scale", numberOf(parameters, "scale"));
    return {
      family: "logistic",
      support: [-Infinity, Infinity],
      mean: location,
      sd: (scale * Math.PI) / Math.sqrt(3),
      quantile: (p) => location + scale * (Math.log(p) - Math.log1p(-p)),
      quantileAbove: (q) => location + scale * (Math.log1p(-q) - Math.log(q)),
      cdf: (x) => standardCdf((x - location) / scale),
      survival: (x) => standardCdf((location - x) / scale),
    };
  },
};

function standardCdf(z: number): number {
  return z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z));
}
