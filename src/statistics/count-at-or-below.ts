/**
 * How many values are at or below a threshold; those that are not numbers are above. Sums of truths: a
 * branch would be guessed wrong for many a draw; four a turn, which costs as much as a draw.
 */
export function countAtOrBelow(values: Float64Array, threshold: number): number {
  let count = 0;
  let k = 0;
  for (; k + 3 < values.length; k += 4) {
    count += Number(values[k]! <= threshold) + Number(values[k + 1]! <= threshold);
    count += Number(values[k + 2]! <= threshold) + Number(values[k + 3]! <= threshold);
  }
  for (; k < values.length; k++) count += Number(values[k]! <= threshold);
  return count;
}
