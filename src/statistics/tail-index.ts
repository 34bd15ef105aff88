/** Share of the draws that counts as a tail. */
const TAIL_SHARE = 0.01;
const TAIL_DRAWS_MIN = 20;

/**
 * How heavy the heavier tail of a column is: about 0.13 for a normal, 0.21 for an exponential, and
 * 1/a where the share beyond x falls as x^-a, whose variance is infinite from 0.5 on. Hill's estimator
 * on distances from the median, over the outermost hundredth of the draws, 20 at least.
 *
 * @param sorted values, ascending, all finite, 40 or more
 *
 * Source: Hill, "A simple general approach to inference about the tail of a distribution", Annals of
 * Statistics 3 (1975). Its standard error is the index over the root of the number of tail draws.
 */
export function tailIndex(sorted: Float64Array): number {
  const n = sorted.length;
  const median = sorted[n >> 1]!;
  const above = hill(n, (rank) => sorted[n - 1 - rank]! - median);
  const below = hill(n, (rank) => median - sorted[rank]!);
  return Math.max(above, below);
}

/** @param distance from the median of the draw of a rank, the outermost first */
function hill(n: number, distance: (rank: number) => number): number {
  const draws = Math.max(TAIL_DRAWS_MIN, Math.floor(n * TAIL_SHARE));
  const threshold = distance(draws);
  if (!(threshold > 0)) return 0;
  let sum = 0;
  for (let rank = 0; rank < draws; rank++) sum += Math.log(distance(rank) / threshold);
  return sum / draws;
}
