import type { Interval } from "./estimate.js";

/** Whether an estimate and both of its ends are finite numbers. */
export function isFiniteInterval({ value, low, high }: Interval): boolean {
  return [value, low, high].every(Number.isFinite);
}
