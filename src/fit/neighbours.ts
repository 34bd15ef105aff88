import { sampleCorrelation } from "simple-statistics";

/** Chance correlations of independent values are larger once in 370 samples. */
const ERRORS = 3;

/**
 * The correlation between values and those that follow them, where it is more than chance: what a fit
 * supposes is that they are independent. Undefined where nothing is seen.
 *
 * @param values in the order they were measured, not all equal
 *
 * Source: Bartlett, JRSS Suppl. 8 (1946): the standard error is 1 / √n.
 */
export function neighbourCorrelation(values: readonly number[]): number | undefined {
  const correlation = sampleCorrelation(values.slice(0, -1), values.slice(1));
  return Math.abs(correlation) > ERRORS / Math.sqrt(values.length) ? correlation : undefined;
}
