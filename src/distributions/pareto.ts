import type { Family } from "./family.js";
import { numberOf, positive } from "./parameters.js";

/**
 * Sizes where a few are very large: usage of heavy users, incidents.
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 1 (1994), ch. 20.
 */
export const pareto: Family = {
  name: "pareto",
  meaning: "Sizes where a few are very large, from scale upward",
  parameterSets: [["scale", "shape"]],
  create: (parameters) => {
    const scale = positive("scale", numberOf(parameters, "scale"));
    const shape = positive("shape", numberOf(parameters, "shape"));
    return {
      family: "pareto",
      support: [scale, Infinity],
      mean: shape > 1 ? (scale * shape) / (shape - 1) : Infinity,
      sd: shape > 2 ? (scale / (shape - 1)) * Math.sqrt(shape / (shape - 2)) : Infinity,
      quantile: (p) => scale * Math.exp(-Math.log1p(-p) / shape),
      quantileAbove: (q) => scale * Math.exp(-Math.log(q) / shape),
      cdf: (x) => (x <= scale ? 0 : -Math.expm1(-shape * Math.log1p((x - scale) / scale))),
      survival: (x) => (x <= scale ? 1 : Math.exp(-shape * Math.log(x / scale))),
    };
  },
};
