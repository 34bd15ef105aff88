import { incompleteGamma } from "../numeric/incomplete-gamma.js";
import { countDistribution } from "./count.js";
import { type Family, ParameterError } from "./family.js";
import { numberOf, positive } from "./parameters.js";

const MEAN_MAX = 1e9;

/**
 * How many events happen where each hour is as likely to see one as any other.
 * Source: Johnson, Kemp & Kotz, Univariate Discrete Distributions (2005), ch. 4.
 */
export const poisson: Family = {
  name: "poisson",
  meaning: "How many events happen, where any hour is as likely to see one",
  parameterSets: [["mean"]],
  create: (parameters) => {
    const mean = positive("mean", numberOf(parameters, "mean"));
    if (mean > MEAN_MAX) {
      const message = `mean must be at most ${MEAN_MAX}; got ${mean}`;
      throw new ParameterError("mean", message, "Use normal for so many events");
    }
    return countDistribution({
      family: "poisson",
      max: Infinity,
      mean,
      sd: Math.sqrt(mean),
      below: (k) => incompleteGamma(k + 1).upper(mean),
      above: (k) => incompleteGamma(k + 1).lower(mean),
    });
  },
};
