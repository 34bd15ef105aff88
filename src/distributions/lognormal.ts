import { normalCdf, normalQuantile } from "../numeric/normal.js";
import { type Family, ParameterError, type Parameters } from "./family.js";
import {
  numberOf,
  ordered,
  percentilePair,
  percentileSets,
  positive,
  spread,
} from "./parameters.js";

/** A quantity spread over more than this many logarithms has quantiles that overflow. */
const SIGMA_MAX = 15;

/**
 * A positive quantity whose logarithm is normal: prices, throughputs, sizes.
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 1 (1994), ch. 14.
 */
export const lognormal: Family = {
  name: "lognormal",
  meaning: "A positive quantity uncertain by a factor: prices, throughputs, sizes",
  parameterSets: [...percentileSets, ["mean", "sd"], ["median", "sd_log"]],
  create: (parameters) => {
    const { mu, sigma } = logScale(parameters);
    if (!(sigma <= SIGMA_MAX && Math.abs(mu) + 9 * sigma < 700)) {
      const name = Object.keys(parameters)[1]!;
      throw new ParameterError(
        name,
        "its quantiles are too large for a number",
        "Narrow the range",
      );
    }
    return {
      family: "lognormal",
      support: [0, Infinity],
      mean: Math.exp(mu + (sigma * sigma) / 2),
      sd: Math.exp(mu + (sigma * sigma) / 2) * Math.sqrt(Math.expm1(sigma * sigma)),
      quantile: (p) => Math.exp(mu + sigma * normalQuantile(p)),
      quantileAbove: (q) => Math.exp(mu - sigma * normalQuantile(q)),
      cdf: (x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - mu) / sigma)),
      survival: (x) => (x <= 0 ? 1 : normalCdf((mu - Math.log(x)) / sigma)),
    };
  },
};

function logScale(parameters: Parameters): { mu: number; sigma: number } {
  const pair = percentilePair(parameters);
  if (pair) {
    const [lowName, highName, upper] = pair;
    positive(
      lowName,
      numberOf(parameters, lowName),
      "Use normal for a quantity that may be negative",
    );
    const [low, high] = ordered(parameters, lowName, highName);
    const mu = (Math.log(low) + Math.log(high)) / 2;
    return { mu, sigma: (Math.log(high) - Math.log(low)) / 2 / normalQuantile(upper) };
  }
  if (parameters["median"] !== undefined) {
    const median = positive("median", numberOf(parameters, "median"));
    return { mu: Math.log(median), sigma: positive("sd_log", numberOf(parameters, "sd_log")) };
  }
  const mean = positive("mean", numberOf(parameters, "mean"));
  const ratio = spread(parameters) / mean;
  const variance = Math.log1p(ratio * ratio);
  return { mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance) };
}
