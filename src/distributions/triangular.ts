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
    const fromEnd = (p: number, side: number): number =>
      Math.sqrt(p) * Math.sqrt(width) * Math.sqrt(side);
    /** Counted from the mode, so that nothing cancels where the mode is an end. */
    const fromMode = (p: number, before: number, side: number): number =>
      (side * ((p - before) / (1 - before))) / (1 + Math.sqrt((1 - p) / (1 - before)));
    return {
      family: "triangular",
      support: [min, max],
      mean: min + (width + left) / 3,
      sd: Math.sqrt((width * width - left * right) / 18),
      mode,
      quantile: (p) => (p <= atMode ? min + fromEnd(p, left) : mode + fromMode(p, atMode, right)),
      quantileAbove: (q) =>
        q <= pastMode ? max - fromEnd(q, right) : mode - fromMode(q, pastMode, left),
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
