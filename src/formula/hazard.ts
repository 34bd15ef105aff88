import type { Expression } from "./expression.js";
import type { Interval } from "./interval.js";

/** An operation that some values of its operand leave without a finite result. */
export interface Hazard {
  /** As a sentence goes on: `divides by`. */
  readonly does: string;
  readonly operand: Expression;
  /** `can be 0 or change sign`. */
  readonly which: string;
  /** Of the operand, in base units. */
  readonly range: Interval;
}

/** Takes note of a hazard. */
export type Report = (hazard: Hazard) => void;

/** What is to be said of a range that holds zero. */
export function zeroWords({ low, high }: Interval): string {
  if (low === 0 && high === 0) return "is always 0";
  return low < 0 && high > 0 ? "can be 0 or change sign" : "can be 0";
}
