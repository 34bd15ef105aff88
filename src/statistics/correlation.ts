import { meanOf } from "./moments.js";

/**
 * Pearson's correlation, in two passes; exactly 1 for a column with itself. NaN where a column does
 * not vary, or holds a value that is not a finite number.
 *
 * @param x as long as `y`
 */
export function correlation(x: Float64Array, y: Float64Array): number {
  const meanX = meanOf(x);
  const meanY = meanOf(y);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = x[i]! - meanX;
    const dy = y[i]! - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  // The square root of each apart could not overflow, but would miss 1 by a rounding.
  return xy / Math.sqrt(xx * yy);
}
