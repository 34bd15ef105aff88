import { NORMAL_REACH } from "./column.js";
import type { Interval } from "./estimate.js";

/**
 * How many standard errors lie between a simulated number and a threshold; an interval that reaches the
 * threshold is less than 1.96 of them away. The standard error is the part of the 95% interval on
 * that side, over 1.96. Undefined where the number has no error.
 */
export function errorsFrom({ value, low, high }: Interval, threshold: number): number | undefined {
  const error = (threshold > value ? high - value : value - low) / NORMAL_REACH;
  const count = Math.abs(value - threshold) / error;
  return Number.isFinite(count) && error > 0 ? count : undefined;
}
