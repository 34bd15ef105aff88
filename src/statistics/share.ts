import type { Interval } from "./estimate.js";
import { jackknife } from "./jackknife.js";
import { wilson } from "./probability.js";

/** With fewer hits or misses than this, the spread over parts says too little. */
const RARE = 30;

/**
 * A share among some of the draws, with a 95% interval: by the jackknife over the parts of a run, or
 * Wilson's where hits or misses are rare and in the parts that agree.
 *
 * @param hits by part, of the draws counted in `among`
 */
export function shareAmong(hits: Float64Array, among: Float64Array): Interval {
  const total = (parts: Float64Array): number => parts.reduce((sum, part) => sum + part, 0);
  const [hit, n] = [total(hits), total(among)];
  const { value, low, high } = jackknife([hits, among], ([a, b]) => a! / b!);
  if (Math.min(hit, n - hit) < RARE || low === high) return { value, ...wilson(hit, n) };
  return { value, low: Math.max(0, low), high: Math.min(1, high) };
}
