import { type MetalogCurve, type Share, slopeOn } from "./metalog-curve.js";

/** Beyond these logits the slope is that of the tail to rounding. */
const LOGIT_MAX = 60;
const STEPS = 2400;
const REFINEMENTS = 60;
/** The root of s tanh s = 1: s / 2 is the most that (y - 1/2) + y (1 - y) logit y reaches. */
const TANGENT = 1.1996786402577338;

/** Where a metalog's quantile grows most slowly with the logit, and how fast it grows there. */
export interface Flattest {
  /** Share below, in (0, 1). */
  readonly p: number;
  readonly slope: number;
}

/** How far the third coefficient of three may go, as a multiple of the second, either way. */
export const SKEW_MAX = 2 / TANGENT;

/**
 * The flattest place of a metalog, which is a distribution only where the slope there is above 0.
 * Three terms by the closed condition; more by a grid of 0.05 in the logit, each dip refined.
 *
 * Source: Keelin (2016), section 3.4; the bound 1.66711 given there is 2 / s with s tanh s = 1.
 */
export function flattest(curve: MetalogCurve): Flattest {
  const [slope = 0, skew = 0] = curve.slopes;
  if (curve.slopes.length === 2 && curve.shifts.length === 1) {
    const p = 1 / (1 + Math.exp(2 * TANGENT * Math.sign(skew)));
    return { p, slope: slope - Math.abs(skew) / SKEW_MAX };
  }
  const step = (2 * LOGIT_MAX) / STEPS;
  const at = (logit: number): number => slopeOn(curve, shareAt(logit));
  let lowest = { logit: -LOGIT_MAX, slope: Infinity };
  for (let k = 0; k <= STEPS; k++) {
    const logit = -LOGIT_MAX + k * step;
    const slope = at(logit);
    const dips = slope <= at(logit - step) && slope <= at(logit + step);
    const found = dips ? lowestBetween(at, logit - step, logit + step) : { logit, slope };
    if (found.slope < lowest.slope) lowest = found;
  }
  return { p: 1 / (1 + Math.exp(-lowest.logit)), slope: lowest.slope };
}

/** The share whose logit is given. */
export function shareAt(logit: number): Share {
  const p = 1 / (1 + Math.exp(-logit));
  const q = 1 / (1 + Math.exp(logit));
  return { logit, centred: logit < 0 ? p - 0.5 : 0.5 - q, product: p * q };
}

/** The least value of a function with one dip between two points, by thirds. */
function lowestBetween(
  f: (x: number) => number,
  low: number,
  high: number,
): { logit: number; slope: number } {
  let [left, right] = [low, high];
  for (let k = 0; k < REFINEMENTS; k++) {
    const third = (right - left) / 3;
    if (f(left + third) <= f(right - third)) right -= third;
    else left += third;
  }
  const logit = (left + right) / 2;
  return { logit, slope: f(logit) };
}
