/** The value of an increasing function at a point, and its slope there. */
export interface Local {
  readonly value: number;
  readonly slope: number;
}

const ITERATIONS_MAX = 200;

/**
 * The root of an increasing function by Newton's method kept inside a shrinking bracket; where a step
 * leaves the bracket, it is halved instead.
 *
 * @param f value and slope; the value may be infinite away from the root
 * @param low f(low) <= 0
 * @param high f(high) >= 0
 * @param start first guess
 *
 * Source: Press et al., Numerical Recipes (2007), section 9.4 (rtsafe).
 */
export function solveIncreasing(
  f: (x: number) => Local,
  low: number,
  high: number,
  start: number,
): number {
  let left = low;
  let right = high;
  let x = Math.min(Math.max(start, low), high);
  for (let k = 0; k < ITERATIONS_MAX; k++) {
    const { value, slope } = f(x);
    if (value === 0) return x;
    if (value < 0) left = x;
    else right = x;
    const newton = x - value / slope;
    const next = newton > left && newton < right ? newton : (left + right) / 2;
    if (Math.abs(next - x) <= 4e-16 * Math.max(Math.abs(next), 1e-3)) return next;
    x = next;
  }
  return x;
}
