/**
 * The draws whose value lies between two values, or at one of them, in draw order.
 *
 * @param values one per draw
 */
export function drawsBetween(values: Float64Array, low: number, high: number): Uint32Array {
  const between = new Uint32Array(values.length);
  let count = 0;
  for (let draw = 0; draw < values.length; draw++) {
    if (values[draw]! >= low && values[draw]! <= high) between[count++] = draw;
  }
  return between.slice(0, count);
}
