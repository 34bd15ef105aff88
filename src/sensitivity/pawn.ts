import type { Replication } from "../sampling/design.js";
import { columnOf } from "../statistics/column.js";
import type { Interval } from "../statistics/estimate.js";
import { BATCHES, intervalOf } from "../statistics/replicates.js";
import { outcomeOrder, type OutcomeOrder } from "./outcome-order.js";

/** Slices of an input, equal shares of its probability. */
const SLICES = 10;
/** How far knowing an input moves the whole distribution of an output. */
export interface Pawn {
  readonly input: string;
  /** Mean Kolmogorov distance between the output given a tenth of the input and overall, in [0, 1]. */
  readonly distance: Interval;
  /** Its 95% quantile for an input without effect; what lies below may be nothing. */
  readonly noise: number;
}

/**
 * PAWN sensitivity from the draws of a run, correlated inputs included. It compares distributions, so
 * it needs no variance and sees changes of shape. A distance is never negative, and chance alone makes
 * it positive: `noise` tells by how much. Draws that are not numbers count as
 * larger than any number.
 *
 * Source: Pianosi & Wagener, "Distribution-based sensitivity analysis from a generic input-output
 * sample", Environmental Modelling & Software 108 (2018), equations 2 and 5, the mean over slices.
 *
 * @param values of the output, in draw order
 * @param uniforms by input name, one per draw
 * @param replication of the run's design; intervals are Student's t over its replicates, or over
 *   batches of independent draws
 */
export function pawn(
  values: Float64Array,
  uniforms: ReadonlyMap<string, Float64Array>,
  replication: Replication | undefined,
): readonly Pawn[] {
  const parts = replication ?? { count: BATCHES, block: Math.ceil(values.length / BATCHES) };
  const whole = outcomeOrder(values);
  const each = columnOf(values, parts).replicates!.map(outcomeOrder);
  const noise = noiseLevel(values.length);
  return [...uniforms].map(([input, column]) => {
    const { values: all, replicates } = columnOf(column, parts);
    const ofParts = replicates!.map((part, r) => meanDistance(each[r]!, slicesOf(part)));
    return { input, distance: intervalOf(meanDistance(whole, slicesOf(all)), ofParts), noise };
  });
}

/** The slice of each draw. */
function slicesOf(uniforms: Float64Array): Uint8Array {
  const slices = new Uint8Array(uniforms.length);
  for (let k = 0; k < slices.length; k++) slices[k] = Math.floor(uniforms[k]! * SLICES);
  return slices;
}

/** The mean over slices of the largest distance between a slice's distribution and that of all. */
function meanDistance({ order, ends }: OutcomeOrder, slices: Uint8Array): number {
  const sizes = new Float64Array(SLICES);
  for (let draw = 0; draw < slices.length; draw++) sizes[slices[draw]!]!++;
  const below = new Float64Array(SLICES);
  const largest = new Float64Array(SLICES);
  const compare = (slice: number, share: number): void => {
    const distance = Math.abs(below[slice]! / sizes[slice]! - share);
    if (distance > largest[slice]!) largest[slice] = distance;
  };
  // A slice is farthest from the whole just before or just after one of its own values.
  for (let first = 0; first < order.length; first = ends[first]!) {
    const end = ends[first]!;
    for (let i = first; i < end; i++) compare(slices[order[i]!]!, first / order.length);
    for (let i = first; i < end; i++) below[slices[order[i]!]!]!++;
    for (let i = first; i < end; i++) compare(slices[order[i]!]!, end / order.length);
  }
  const filled = sizes.reduce((count, size) => count + Number(size > 0), 0);
  return largest.reduce((sum, distance) => sum + distance, 0) / filled;
}

/**
 * The 95% quantile of the mean distance of an input without effect, by shuffles of 500 to 16,000
 * distinct values (NumPy 2.4; the fit is within 0.5%); outputs with equal values stay below it.
 */
function noiseLevel(draws: number): number {
  return (3.05 * (1 - 0.6 / Math.sqrt(draws))) / Math.sqrt(draws);
}
