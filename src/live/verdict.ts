import type { Found } from "./live-record.js";

/** Largest relative difference of the median that another browser's rounding may make. */
const ROUNDING = 1e-9;

/** Whether a browser found what was recorded. */
export interface Verdict {
  readonly reproduced: boolean;
  /** Of the median, relative. */
  readonly difference: number;
}

/** Compares like with like: both are over the same draws. The share has to be exact. */
export function verdictOf(recorded: Found, found: Found): Verdict {
  const [a, b] = [recorded.median ?? NaN, found.median ?? NaN];
  const difference = Object.is(a, b) ? 0 : Math.abs(b - a) / Math.abs(a);
  const reproduced =
    recorded.draws === found.draws &&
    recorded.atOrBelow === found.atOrBelow &&
    difference <= ROUNDING;
  return { reproduced, difference };
}
