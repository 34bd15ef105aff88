import { share } from "./binomial.js";
import type { Family } from "./family.js";

/** 1 with probability p, else 0: something happens or does not. */
export const bernoulli: Family = {
  name: "bernoulli",
  meaning: "1 with probability p, else 0: something happens or does not",
  parameterSets: [["p"]],
  create: (parameters) => {
    const p = share(parameters);
    return {
      family: "bernoulli",
      support: [0, 1],
      mean: p,
      sd: Math.sqrt(p * (1 - p)),
      quantile: (u) => (u <= 1 - p ? 0 : 1),
      quantileAbove: (q) => (q >= p ? 0 : 1),
      cdf: (x) => (x < 0 ? 0 : x < 1 ? 1 - p : 1),
      survival: (x) => (x < 0 ? 1 : x < 1 ? p : 0),
      whole: true,
    };
  },
};
