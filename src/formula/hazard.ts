import type { Expression } from "./expression.js";
import type { Bounds, Interval } from "./interval.js";

/** The condition of an `if`, and whether it has to hold. */
export interface Guard {
  readonly condition: Expression;
  readonly holds: boolean;
}

/** An operation that may leave some values of its operand without a finite result. */
export interface Hazard {
  /** As a sentence goes on: `divides by`. */
  readonly does: string;
  readonly operand: Expression;
  /** Bounds of the operand, in base units. */
  readonly range: Bounds;
  /** What is to be said of an operand of that range: `can be 0`; nothing where it is harmless. */
  readonly verdict: (range: Interval) => string | undefined;
  /** Under which the operation is carried out at all, outermost first. */
  readonly guards: readonly Guard[];
}

/** Takes note of a hazard. */
export type Report = (hazard: Hazard) => void;

/** The verdict on a denominator. */
export function onZero({ low, high }: Interval): string | undefined {
  if (low > 0 || high < 0) return undefined;
  if (low === 0 && high === 0) return "is always 0";
  return low < 0 && high > 0 ? "can be 0 or change sign" : "can be 0";
}

/** The verdict on what a logarithm is taken of. */
export function onNotPositive(range: Interval): string | undefined {
  return range.low < 0 ? "can be 0 or negative" : onZero(range);
}

/** The verdict on what a root is taken of. */
export function onNegative({ low }: Interval): string | undefined {
  return low < 0 ? "can be negative" : undefined;
}
