import type { Family } from "./family.js";
import { numberOf, positive } from "./parameters.js";

/**
 * A quantity whose extremes are so large that it has no mean.
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 1 (1994), ch. 16.
 */
export const cauchy: Family = {
  name: "cauchy",
  meaning: "Extremes so large that there is no mean",
  parameterSets: [["location", "scale"]],
  create: (parameters) => {
    const location = numberOf(parameters, "location");
    const scale = positive("scale", numberOf(parameters, "scale"));
    return {
      family: "cauchy",
      support: [-Infinity, Infinity],
      mean: NaN,
      sd: NaN,
      quantile: (p) => location + scale * standardQuantile(p),
      quantileAbove: (q) => location - scale * standardQuantile(q),
      cdf: (x) => standardCdf((x - location) / scale),
      survival: (x) => standardCdf((location - x) / scale),
    };
  },
};

/** Beyond the quartiles the arc is taken of the inverse, which keeps the tail's digits. */
function standardCdf(z: number): number {
  if (z < -1) return Math.atan(-1 / z) / Math.PI;
  return z > 1 ? 1 - Math.atan(1 / z) / Math.PI : 0.5 + Math.atan(z) / Math.PI;
}

function standardQuantile(p: number): number {
  if (p < 0.25) return -1 / Math.tan(Math.PI * p);
  return p > 0.75 ? 1 / Math.tan(Math.PI * (1 - p)) : Math.tan(Math.PI * (p - 0.5));
}
