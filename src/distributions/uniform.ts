import type { Family } from "./family.js";
import { ordered } from "./parameters.js";

/**
 * Every value between two bounds is as likely as any other.
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 2 (1995), ch. 26.
 */
export const uniform: Family = {
  name: "uniform",
  meaning: "Between two bounds, nothing more is known",
  parameterSets: [["min", "max"]],
  create: (parameters) => {
    const [min, max] = ordered(parameters, "min", "max");
    const width = max - min;
    return {
      family: "uniform",
      support: [min, max],
      mean: min + width / 2,
      sd: width / Math.sqrt(12),
      quantile: (p) => (p < 0.5 ? min + p * width : max - (1 - p) * width),
      quantileAbove: (q) => (q < 0.5 ? max - q * width : min + (1 - q) * width),
      cdf: (x) => Math.min(Math.max((x - min) / width, 0), 1),
      survival: (x) => Math.min(Math.max((max - x) / width, 0), 1),
    };
  },
};
