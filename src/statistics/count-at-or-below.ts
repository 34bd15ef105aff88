/**
 * How many values are at or below a threshold; those that are not numbers are above. A sum of truths:
 * a branch would be guessed wrong for many a draw.
 */
export function countAtOrBelow(values: Float64Array, threshold: number): number {
  let count = 0;
  for (let k = values.length; k-- > 0;) count += Number(values[k]! <= threshold);
  return count;
}
