const TINY = 1e-300;

/** The number, or a tiny one where it is next to zero: Lentz's method divides by it. */
export function awayFromZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}
