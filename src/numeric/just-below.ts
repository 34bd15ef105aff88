/** The largest number below x: half a unit in the last place, rounded away from x. */
export function justBelow(x: number): number {
  return x - Math.max(Math.abs(x) * 2 ** -53, Number.MIN_VALUE);
}
