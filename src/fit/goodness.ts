import type { Distribution } from "../distributions/distribution.js";
import type { Sample } from "./sample.js";

/** Below this much, a share left above a value is taken as lost to rounding, not as zero. */
const SHARE_MIN = 2 ** -53;

/** How far a fitted distribution is from the values it was fitted to. */
export interface Goodness {
  /** Kolmogorov-Smirnov distance: the largest gap between the shares at or below any value. */
  readonly kolmogorovSmirnov: number;
  /**
   * Anderson-Darling statistic A², which weighs the tails; undefined for counts, and where a value lies
   * at a bound of the distribution.
   */
  readonly andersonDarling: number | undefined;
}

/**
 * @param discrete the distribution is one of whole numbers, and so are the values
 *
 * Source: Stephens, "EDF statistics for goodness of fit and some comparisons", JASA 69 (1974).
 */
export function goodnessOf({ cdf }: Distribution, sample: Sample, discrete = false): Goodness {
  const shares = sample.sorted.map(cdf);
  // A distribution of counts jumps at a value; the share below it is that at the count before.
  const sharesBelow = discrete ? sample.sorted.map((x) => cdf(x - 1)) : shares;
  return {
    kolmogorovSmirnov: largestGap(sample.sorted, shares, sharesBelow),
    andersonDarling: discrete ? undefined : andersonDarling(shares),
  };
}

/** Values that tie count as one jump. */
function largestGap(sorted: Float64Array, shares: Float64Array, below: Float64Array): number {
  const count = sorted.length;
  let gap = 0;
  for (let first = 0, next = 0; first < count; first = next) {
    while (next < count && sorted[next] === sorted[first]) next++;
    const under = Math.abs(below[first]! - first / count);
    gap = Math.max(gap, under, Math.abs(next / count - shares[first]!));
  }
  return gap;
}

function andersonDarling(shares: Float64Array): number | undefined {
  const count = shares.length;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const opposite = shares[count - 1 - i]!;
    const above = opposite < 1 ? Math.log1p(-opposite) : Math.log(SHARE_MIN);
    sum += (2 * i + 1) * (Math.log(shares[i]!) + above);
  }
  const statistic = -count - sum / count;
  return Number.isFinite(statistic) ? statistic : undefined;
}
