import type { Estimate } from "../statistics/estimate.js";
import type { TailGrowth } from "./tail-growth.js";

/** Whether the variance that an index is a share of exists. */
export interface Tail {
  /**
   * Hill's estimate of the tail index of the draws: the share beyond y falls like y^-index, and with
   * an index of 2 or less there is no variance. NaN where the tail has no more than one value.
   */
  readonly index: Estimate;
  /** The input whose tail makes the output grow fastest; absent where nothing grows. */
  readonly growth?: TailGrowth;
  /** Present where the indices may be of a variance that does not exist. */
  readonly warning?: string;
}

/** An exponent of exactly a half, as of a Pareto of shape 2, is met from either side by rounding. */
const EXPONENT_MAX = 0.499;

/** Judges the tail of an output from its draws and from its growth along the inputs' tails. */
export function judgeTail(values: Float64Array, growth: TailGrowth | undefined): Tail {
  const index = hillIndex(values);
  const warning = warn(index, growth);
  return { index, ...(growth ? { growth } : {}), ...(warning ? { warning } : {}) };
}

function warn(index: Estimate, growth: TailGrowth | undefined): string | undefined {
  if (growth && growth.exponent >= EXPONENT_MAX) {
    return (
      `the output grows without limit as ${growth.label} goes to the ${growth.end} end of its range, so fast ` +
      "that its variance does not exist: shares of it mean nothing, however steady they look"
    );
  }
  if (!(index.value < 2)) return undefined;
  return (
    `the largest draws have a tail index of ${index.value.toFixed(1)} ± ${index.error.toFixed(1)}; ` +
    "below 2 an output has no variance to share out"
  );
}

/**
 * The tail index from the square root of as many draws that lie farthest from the median.
 *
 * Source: Hill, "A simple general approach to inference about the tail of a distribution", Annals of
 * Statistics 3 (1975), equation 2.3; the error of k independent excesses is index / sqrt(k).
 */
function hillIndex(values: Float64Array): Estimate {
  const sorted = values.slice().sort();
  const median = sorted[sorted.length >> 1]!;
  const distances = sorted.map((value) => Math.abs(value - median)).sort();
  const k = Math.max(2, Math.round(Math.sqrt(values.length)));
  const tail = distances.subarray(distances.length - k);
  const threshold = Math.log(distances[distances.length - k - 1]!);
  const excess = tail.reduce((sum, distance) => sum + Math.log(distance) - threshold, 0) / k;
  return { value: 1 / excess, error: 1 / (excess * Math.sqrt(k)) };
}
