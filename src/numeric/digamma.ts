import { horner } from "./horner.js";

/** B(2k) / (2k): the coefficients of the asymptotic series of log x - digamma(x). */
const DIGAMMA_SERIES = [
  1 / 12,
  -1 / 120,
  1 / 252,
  -1 / 240,
  1 / 132,
  -691 / 32760,
  1 / 12,
  -3617 / 8160,
];
/** B(2k): those of trigamma(x). */
const TRIGAMMA_SERIES = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510];
const LARGE = 12;

/**
 * log x - ψ(x) for x > 0, without the cancellation of the difference where x is large. Falls from
 * infinity to 0; lies between 1/(2x) and 1/x. Relative error below 1e-14.
 *
 * Source: Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 6.3.5 and 6.3.18.
 */
export function logMinusDigamma(x: number): number {
  let carried = 0;
  let z = x;
  for (; z < LARGE; z++) carried += 1 / z - Math.log1p(1 / z);
  return carried + 0.5 / z + horner(DIGAMMA_SERIES, 1 / (z * z)) / (z * z);
}

/**
 * The second derivative of log Γ(x), for x > 0. Relative error below 1e-14.
 *
 * Source: Abramowitz & Stegun (1964), 6.4.6 and 6.4.12.
 */
export function trigamma(x: number): number {
  let carried = 0;
  let z = x;
  for (; z < LARGE; z++) carried += 1 / (z * z);
  return carried + (1 + 0.5 / z + horner(TRIGAMMA_SERIES, 1 / (z * z)) / (z * z)) / z;
}
