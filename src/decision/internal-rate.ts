import { type Local, solveIncreasing } from "../numeric/solve-increasing.js";
import type { Flows } from "./present-value.js";

/**
 * The rate at which payments are worth nothing, 0.1 being 10% a year: the one there is where they
 * change sign exactly once (Descartes), and no number anywhere else, for there may be none or several.
 *
 * @param flows finite
 *
 * @example internalRate([-100, 60, 60]) // => 0.13066238629180735
 *
 * Source: Brealey, Myers & Allen, Principles of Corporate Finance, chapter 5 (internal rate of return).
 */
export function internalRate(flows: Flows): number {
  const sign = signAfterOneChange(flows);
  if (sign === 0) return NaN;
  // In the discount factor the worth has one positive root, and the sign of the last flow beyond it.
  const worth = (factor: number): Local => {
    let [value, slope] = [0, 0];
    for (let k = flows.length - 1; k >= 0; k--) {
      slope = slope * factor + value;
      value = value * factor + flows[k]!;
    }
    return { value: sign * value, slope: sign * slope };
  };
  let [low, high] = [1, 1];
  while (worth(low).value > 0) low /= 2;
  while (worth(high).value < 0) high *= 2;
  return 1 / solveIncreasing(worth, low, high, (low + high) / 2) - 1;
}

/** The sign of the flows after they change it once; 0 where they never do, or more often. */
function signAfterOneChange(flows: Flows): number {
  let [last, changes] = [0, 0];
  for (const flow of flows) {
    const sign = Math.sign(flow);
    if (sign === 0) continue;
    if (last !== 0 && sign !== last) changes++;
    last = sign;
  }
  return changes === 1 ? last : 0;
}
