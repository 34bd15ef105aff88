import { doubleBits } from "./double-bits.js";

/**
 * x 2^n, rounded once, for x between 0.5 and 4 and whole n from -1100 to 1100: in two steps, each by a
 * power that is a normal number, of which only the second can leave the range of normal numbers.
 */
export function scaleByPower(x: number, n: number): number {
  const half = Math.floor(n * 0.5);
  return x * doubleBits.powerOfTwo(half) * doubleBits.powerOfTwo(n - half);
}
