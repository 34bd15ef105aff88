import type { Distribution } from "../distributions/distribution.js";

/** The scale on which an input is moved: what the sliders shift and stretch is `to(value)`. */
export interface MoveScale {
  readonly kind: "amount" | "positive" | "share";
  readonly to: (value: number) => number;
  readonly from: (moved: number) => number;
}

const amount: MoveScale = { kind: "amount", to: (value) => value, from: (moved) => moved };

/**
 * Positive amounts move by ratios, numbers between 0 and 1 by log-odds, all others by differences: so
 * that an amount stays positive and a share a share, however far it is moved.
 *
 * @param distribution before it is truncated
 * @param unit of its values; only in `1` and `%` is there a share
 */
export function moveScale({ support: [low, high] }: Distribution, unit: string): MoveScale {
  const whole = unit === "%" ? 100 : 1;
  if (low >= 0 && high <= whole && (unit === "1" || unit === "%")) {
    return betweenBounds("share", 0, whole);
  }
  return low >= 0 ? betweenBounds("positive", 0, Infinity) : amount;
}

/** The logarithm of the distance from each bound that is finite; the bounds themselves stay. */
export function betweenBounds(kind: MoveScale["kind"], low: number, high: number): MoveScale {
  if (low === -Infinity && high === Infinity) return amount;
  if (high === Infinity) {
    return { kind, to: (x) => Math.log(x - low), from: (z) => low + Math.exp(z) };
  }
  if (low === -Infinity) {
    return { kind, to: (x) => -Math.log(high - x), from: (z) => high - Math.exp(-z) };
  }
  const width = high - low;
  return {
    kind,
    to: (x) => Math.log(x - low) - Math.log(high - x),
    from: (z) => low + width / (1 + Math.exp(-z)),
  };
}
