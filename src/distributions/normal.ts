import { normalCdf, normalQuantile } from "../numeric/normal.js";
import type { Family, Parameters } from "./family.js";
import { numberOf, ordered, percentilePair, percentileSets, spread } from "./parameters.js";

/**
 * The sum of many small independent influences; may be negative.
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 1 (1994), ch. 13.
 */
export const normal: Family = {
  name: "normal",
  meaning: "The sum of many small influences; may be negative",
  parameterSets: [["mean", "sd"], ...percentileSets],
  create: (parameters) => {
    const { mean, sd } = meanAndSd(parameters);
    return {
      family: "normal",
      support: [-Infinity, Infinity],
      mean,
      sd,
      quantile: (p) => mean + sd * normalQuantile(p),
      quantileAbove: (q) => mean - sd * normalQuantile(q),
      cdf: (x) => normalCdf((x - mean) / sd),
      survival: (x) => normalCdf((mean - x) / sd),
    };
  },
};

function meanAndSd(parameters: Parameters): { mean: number; sd: number } {
  const pair = percentilePair(parameters);
  if (!pair) return { mean: numberOf(parameters, "mean"), sd: spread(parameters) };
  const [lowName, highName, upper] = pair;
  const [low, high] = ordered(parameters, lowName, highName);
  return { mean: low + (high - low) / 2, sd: (high - low) / 2 / normalQuantile(upper) };
}
