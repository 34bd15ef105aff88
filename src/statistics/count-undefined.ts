/** Draws whose value is not a finite number. */
export function countUndefined(values: Float64Array): number {
  let count = 0;
  for (const value of values) count += Number(!Number.isFinite(value));
  return count;
}
