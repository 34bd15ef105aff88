/**
 * The draws whose value lies within some probability of a quantile, in draw order.
 *
 * @param values one per draw
 * @param sorted values of the same distribution, ascending; what decides the ends
 * @param p of the quantile, in (0, 1)
 * @param reach probability to either side
 */
export function nearQuantile(
  values: Float64Array,
  sorted: Float64Array,
  p: number,
  reach: number,
): Uint32Array {
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.floor(share * sorted.length)))]!;
  const [low, high] = [at(p - reach), at(p + reach)];
  const near = new Uint32Array(values.length);
  let count = 0;
  for (let draw = 0; draw < values.length; draw++) {
    if (values[draw]! >= low && values[draw]! <= high) near[count++] = draw;
  }
  return near.slice(0, count);
}
