import { horner } from "./horner.js";

/** B(2k) / (2k (2k - 1)): the coefficients of Stirling's series. */
const SERIES = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
];
const LARGE = 12;

/**
 * What Stirling's formula leaves out: log Γ(z) - [(z - ½) log z - z + ½ log 2π], for z > 0.
 * Absolute error below 1e-15; small arguments are carried up to 12 by the recurrence.
 *
 * Source: Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 6.1.40; Loader, "Fast and
 * accurate computation of binomial probabilities" (2000), section 2.
 */
export function stirlingError(z: number): number {
  let carried = 0;
  let x = z;
  for (; x < LARGE; x++) carried += (x + 0.5) * Math.log1p(1 / x) - 1;
  return carried + horner(SERIES, 1 / (x * x)) / x;
}

/**
 * The deviance x log(x / mean) + mean - x, without cancellation where x is near the mean.
 * Source: Loader (2000), section 3, function bd0.
 */
export function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const v = difference / (x + mean);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return next;
    sum = next;
  }
}
