import type { Family } from "./family.js";
import { threePoints } from "./three-points.js";

/**
 * Smallest, most likely and largest value, joined by straight lines: heavier sides than PERT.
 * Source: Kotz & van Dorp, Beyond Beta (2004), ch. 1.
 */
export const triangular: Family = {
  name: "triangular",
  meaning: "Smallest, most likely and largest value, joined by straight lines",
  parameterSets: [["min", "mode", "max"]],
  create: (parameters) => {
    const { min, mode, max } = threePoints(parameters);
    const width = max - min;
    const left = mode - min;
    const right = max - mode;
    const atMode = left / width;
    return {
      family: "triangular",
      support: [min, max],
      mean: min + (width + left) / 3,
      sd: Math.sqrt((width * width - left * right) / 18),
      quantile: (p) => {
        if (p <= atMode) return min + Math.sqrt(p) * Math.sqrt(width) * Math.sqrt(left);
        // Counted from the mode, so that nothing cancels where the mode is the smallest value.
        const beyond = (p - atMode) / (1 - atMode);
        return mode + (right * beyond) / (1 + Math.sqrt(1 - beyond));
      },
      cdf: (x) => {
        if (x <= min) return 0;
        if (x >= max) return 1;
        if (x <= mode) return ((x - min) / width) * ((x - min) / left);
        return 1 - ((max - x) / width) * ((max - x) / right);
      },
    };
  },
};
