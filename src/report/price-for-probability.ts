import type { OutputSummary } from "../summary/summary.js";

/**
 * The price at which an output is covered with a given probability: its quantile, from the curve.
 *
 * @param probability a multiple of 0.005 from 0.005 to 0.995
 */
export function priceForProbability({ curve }: OutputSummary, probability: number): number {
  const index = curve.probability.findIndex((p) => Math.abs(p - probability) < 1e-9);
  return curve.value[index]!;
}
