import type { BreakEven } from "./summary.js";

/** The price whose odds are nearest to even, the first of several: the bet that is still open. */
export function nearestToEven(breakEven: readonly BreakEven[]): BreakEven | undefined {
  const distance = ({ probability }: BreakEven): number => Math.abs(probability.value - 0.5);
  return breakEven.reduce<BreakEven | undefined>(
    (nearest, one) => (nearest && distance(nearest) <= distance(one) ? nearest : one),
    undefined,
  );
}
