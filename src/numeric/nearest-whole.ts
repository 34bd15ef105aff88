/** A sum with it has no bits left below 1. */
const SHIFT = 3 * 2 ** 51;

/** The whole number nearest x, halves to even, for |x| up to 2^51. */
export function nearestWhole(x: number): number {
  return x + SHIFT - SHIFT;
}
