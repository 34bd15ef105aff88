import type { Family } from "./family.js";
import { numberOf } from "./parameters.js";

/** A number that is known, or that is a decision rather than a chance. */
export const constant: Family = {
  name: "constant",
  meaning: "A number that is known, or a decision rather than a chance",
  parameterSets: [["value"]],
  create: (parameters) => {
    const value = numberOf(parameters, "value");
    return {
      family: "constant",
      support: [value, value],
      mean: value,
      sd: 0,
      quantile: () => value,
      quantileAbove: () => value,
      cdf: (x) => Number(x >= value),
      survival: (x) => Number(x < value),
      whole: Number.isInteger(value),
    };
  },
};
