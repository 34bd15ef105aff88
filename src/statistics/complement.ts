import type { Interval } from "./estimate.js";

/** The share of what is left over: 0.42 (0.41 to 0.43) of 0.58 (0.57 to 0.59). */
export function complement({ value, low, high }: Interval): Interval {
  return { value: 1 - value, low: 1 - high, high: 1 - low };
}
