import type { Flows } from "./present-value.js";

/**
 * When payments first add up to 0 or more, in years from the first of them: a year's flow arrives
 * evenly over the year. Infinite where they never do.
 *
 * @param flows finite
 *
 * @example payback([-100, 60, 80]) // => 1.5
 *
 * Source: Brealey, Myers & Allen, Principles of Corporate Finance, chapter 5 (payback).
 */
export function payback(flows: Flows): number {
  let sum = flows[0]!;
  if (sum >= 0) return 0;
  for (let year = 1; year < flows.length; year++) {
    const flow = flows[year]!;
    if (sum + flow >= 0) return year - 1 - sum / flow;
    sum += flow;
  }
  return Infinity;
}
