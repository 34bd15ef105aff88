/** The measured values of one column, in order of size, and what every estimator needs of them. */
export interface Sample {
  /** Smallest first. */
  readonly sorted: Float64Array;
  readonly count: number;
  readonly mean: number;
  /** Standard deviation with divisor n, as maximum likelihood has it. */
  readonly sd: number;
  readonly min: number;
  readonly max: number;
}

/** @param values at least two, finite, not all equal; any order */
export function sampleOf(values: ArrayLike<number>): Sample {
  const sorted = Float64Array.from(values).sort();
  const mean = average(sorted, (x) => x);
  return {
    sorted,
    count: sorted.length,
    mean,
    sd: Math.sqrt(average(sorted, (x) => (x - mean) * (x - mean))),
    min: sorted[0]!,
    max: sorted.at(-1)!,
  };
}

/** The mean of a function over values. */
export function average(values: Float64Array, f: (x: number) => number): number {
  let sum = 0;
  for (const value of values) sum += f(value);
  return sum / values.length;
}
