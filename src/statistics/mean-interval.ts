import { partOfADraw } from "./replicates.js";
import { studentReach } from "./student-reach.js";

/** Skewness of an exponential: what a draw at the far end of a tail adds to its replicate. */
const EXPONENTIAL_SKEWNESS = 2;

/** How far a 95% interval reaches to either side of an estimate. */
export interface Reach {
  readonly below: number;
  readonly above: number;
}

/** The mean of a replicate, its outermost values and their number. */
export interface Spanned {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** What `meanReach` reads of a replicate's values. */
export function spanned(values: Float64Array, mean: number): Spanned {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { mean, low, high, count: values.length };
}

/**
 * How far the 95% interval of a mean reaches, from independent replicates of well-spread draws.
 *
 * Stratifying leaves little to chance but where in its last stratum the outermost draw falls, so the
 * means of the replicates are skewed towards a long tail, and Student's interval alone misses the
 * true mean too often on that side. It is lengthened there by Cornish and Fisher's term, with the
 * skewness that the outermost draws explain; eight means are too few to show their own. The other
 * side is left alone.
 *
 * Source: Johnson, "Modified t tests and confidence intervals for asymmetrical populations", JASA 73
 * (1978), equation 2.5. The skewness and the coverage are measured in docs/decisions/0015.
 */
export function meanReach(replicates: readonly Spanned[]): Reach {
  const means = Float64Array.from(replicates, ({ mean }) => mean);
  if (means.every((mean) => mean === means[0])) return reachOfAgreement(replicates);
  const spread = spreadOf(means, means);
  const error = Math.sqrt(spread / means.length);
  const t = studentReach(means.length);
  const skewness =
    skewnessFrom(means, replicates, ({ high }) => high) -
    skewnessFrom(means, replicates, ({ low }) => low);
  const longer = (Math.abs(skewness) * (2 * t * t + 1)) / (6 * Math.sqrt(means.length));
  return {
    below: error * (skewness < 0 ? t + longer : t),
    above: error * (skewness > 0 ? t + longer : t),
  };
}

/** Of means that all agree: a share counted alike, or nothing where all values are the same. */
function reachOfAgreement(replicates: readonly Spanned[]): Reach {
  const low = Math.min(...replicates.map((part) => part.low));
  const high = Math.max(...replicates.map((part) => part.high));
  const reach = (high - low) * partOfADraw(replicates.map(({ count }) => count));
  return { below: reach, above: reach };
}

/**
 * The skewness that the draw at one end of each replicate gives to the means: an exponential's, by
 * how much of the means' variance that draw could make (squared) and how well it follows them.
 */
function skewnessFrom(
  means: Float64Array,
  replicates: readonly Spanned[],
  outermost: (replicate: Spanned) => number,
): number {
  const ends = Float64Array.from(replicates, (part) => outermost(part) / part.count);
  const own = spreadOf(ends, ends);
  const ofMeans = spreadOf(means, means);
  if (!(own > 0)) return 0;
  const share = Math.min(1, own / ofMeans);
  const correlation = Math.max(0, spreadOf(ends, means) / Math.sqrt(own * ofMeans));
  return EXPONENTIAL_SKEWNESS * share * share * correlation;
}

/** Covariance, by count - 1; of a list with itself its variance. */
function spreadOf(a: Float64Array, b: Float64Array): number {
  const middle = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [middle(a), middle(b)];
  const products = a.reduce((sum, value, k) => sum + (value - meanA) * (b[k]! - meanB), 0);
  return products / (a.length - 1);
}
