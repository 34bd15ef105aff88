import { incompleteBeta } from "../numeric/incomplete-beta.js";
import { countDistribution } from "./count.js";
import { type Family, ParameterError, type Parameters } from "./family.js";
import { numberOf } from "./parameters.js";

const TRIALS_MAX = 1e9;

/**
 * How many of n independent trials succeed.
 * Source: Johnson, Kemp & Kotz, Univariate Discrete Distributions (2005), ch. 3.
 */
export const binomial: Family = {
  name: "binomial",
  meaning: "How many of n independent trials succeed, each with probability p",
  parameterSets: [["n", "p"]],
  create: (parameters) => {
    const n = numberOf(parameters, "n");
    if (!(Number.isInteger(n) && n >= 1 && n <= TRIALS_MAX)) {
      const message = `n must be a whole number from 1 to ${TRIALS_MAX}; got ${n}`;
      throw new ParameterError("n", message, "Give the number of trials");
    }
    const p = share(parameters);
    return countDistribution({
      family: "binomial",
      max: n,
      mean: n * p,
      sd: Math.sqrt(n * p * (1 - p)),
      below: (k) => incompleteBeta(k + 1, n - k).upper(p),
      above: (k) => incompleteBeta(k + 1, n - k).lower(p),
    });
  },
};

/** @throws {ParameterError} unless p lies strictly between 0 and 1 */
export function share(parameters: Parameters): number {
  const p = numberOf(parameters, "p");
  if (p > 0 && p < 1) return p;
  const fix = p === 0 || p === 1 ? "Use constant for what is certain" : "Give a share such as 0.3";
  throw new ParameterError("p", `p must lie between 0 and 1; got ${p}`, fix);
}
