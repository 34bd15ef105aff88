/**
 * The share of all pairs of a value of one column and a value of the other in which the first is at
 * or below the second: the probability for two quantities drawn independently of each other. What is
 * not a number counts as larger than any number.
 *
 * Source: Mann & Whitney, Annals of Mathematical Statistics 18 (1947), the statistic U.
 */
export function shareOfPairs(first: Float64Array, second: Float64Array): number {
  const below = first.slice().sort();
  const above = second.slice().sort();
  let pairs = 0;
  for (let i = 0, k = 0; k < above.length; k++) {
    // Not-a-numbers stand at the end; a number is below them, they are below nothing.
    const limit = above[k]!;
    while (i < below.length && (below[i]! <= limit || (limit !== limit && below[i] === below[i])))
      i++;
    pairs += i;
  }
  return pairs / (below.length * above.length);
}
