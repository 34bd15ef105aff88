import { betaBetween } from "./beta.js";
import type { Family } from "./family.js";
import { threePoints } from "./three-points.js";

/**
 * Smallest, most likely and largest value as an expert gives them; smoother than triangular. A beta
 * with alpha = 1 + 4 (mode - min) / (max - min) and beta = 1 + 4 (max - mode) / (max - min), whose
 * mean is (min + 4 mode + max) / 6.
 *
 * Source: Malcolm, Roseboom, Clark & Fazar, Operations Research 7 (1959); Vose, Risk Analysis (2008).
 */
export const pert: Family = {
  name: "pert",
  meaning: "Smallest, most likely and largest value, as an expert gives them",
  parameterSets: [["min", "mode", "max"]],
  create: (parameters) => {
    const { min, mode, max } = threePoints(parameters);
    const width = max - min;
    const shapes = { alpha: 1 + (4 * (mode - min)) / width, beta: 1 + (4 * (max - mode)) / width };
    return betaBetween("pert", shapes, min, max);
  },
};
