import type { Bar } from "./driver-bars.js";

/** How far a bar reaches. */
export function swing({ low, high }: Bar): number {
  return Math.abs(high.value - low.value);
}

/** Bars with both ends known, the longest first; ties keep their order. */
export function longestFirst(bars: readonly Bar[]): readonly Bar[] {
  return bars
    .filter(({ low, high }) => Number.isFinite(low.value) && Number.isFinite(high.value))
    .sort((a, b) => swing(b) - swing(a));
}

/**
 * Whether the longest bar is longer than the second by more than both their simulation errors
 * (95%, taken as independent). A bar without a rival leads.
 */
export function leads([first, second]: readonly Bar[]): boolean {
  if (!first) return false;
  if (!second) return true;
  const error = Math.hypot(...[first, second].flatMap(({ low, high }) => [half(low), half(high)]));
  return swing(first) - swing(second) > error;
}

function half({ low, high }: { readonly low: number; readonly high: number }): number {
  return Number.isFinite(high - low) ? (high - low) / 2 : 0;
}
