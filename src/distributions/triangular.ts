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
    const pastMode = right / width;
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
      quantileAbove: (q) => {
        if (q <= pastMode) return max - Math.sqrt(q) * Math.sqrt(width) * Math.sqrt(right);
        const beyond = (q - pastMode) / (1 - pastMode);
        return mode - (left * beyond) / (1 + Math.sqrt(1 - beyond));
      },
      cdf: (x) => shareOfSide(x - min, left, right),
      survival: (x) => shareOfSide(max - x, right, left),
    };
  },
};

/** The share of a triangle within a distance from one end: sums of positive terms, so all digits. */
function shareOfSide(distance: number, toMode: number, fromMode: number): number {
  const width = toMode + fromMode;
  if (distance <= 0) return 0;
  if (distance >= width) return 1;
  if (distance <= toMode) return (distance / width) * (distance / toMode);
  const beyond = (distance - toMode) / fromMode;
  return toMode / width + (fromMode / width) * beyond * (2 - beyond);
}
