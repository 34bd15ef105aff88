import { replicateError } from "../statistics/replicates.js";
import type { Interval } from "../statistics/estimate.js";
import { shapleyValues } from "./shapley.js";

/** Parts of a ratio, by logarithms, or parts of a difference. */
export type Scale = "log" | "difference";

/** A change split into what each factor does to it. */
export interface Split {
  readonly scale: Scale;
  /** The logarithm of the ratio, or the difference. */
  readonly total: number;
  /** The total less the sum of the parts: rounding. */
  readonly residual: number;
  readonly parts: readonly Part[];
}

/** What one factor does. Intervals are of the simulation error, 95%. */
export interface Part {
  readonly factor: string;
  readonly label: string;
  /** In units of the total. */
  readonly effect: Interval;
  /** What the factor multiplies by; null where a difference is split. */
  readonly multiplier: number | null;
  /** The effect over the total; null where the total is zero. */
  readonly share: Interval | null;
}

/**
 * Splits the change between the first worth, in which no factor is exchanged, and the last, in which
 * all are, by Shapley values. The logarithm is split where every worth is positive.
 *
 * @param factors as many as there are bits in an index of `worth`
 * @param worth of every set of exchanged factors
 * @param replicates the same from independent replicates; none where nothing was simulated
 * @returns undefined where a worth is not a finite number
 */
export function splitOf(
  factors: readonly { readonly name: string; readonly label: string }[],
  worth: Float64Array,
  replicates: readonly Float64Array[] = [],
  scale: Scale = scaleFor([worth, ...replicates]),
): Split | undefined {
  if (![worth, ...replicates].every((values) => values.every(Number.isFinite))) return undefined;
  const onScale = (values: Float64Array): Float64Array =>
    scale === "log" ? values.map(Math.log) : values;
  const scaled = onScale(worth);
  const total = scaled.at(-1)! - scaled[0]!;
  const values = shapleyValues(scaled);
  const byReplicate = replicates.map((one) => {
    const own = onScale(one);
    return Float64Array.of(...shapleyValues(own), own.at(-1)! - own[0]!);
  });
  const interval = (value: number, statistic: (parts: Float64Array) => number): Interval => {
    if (byReplicate.length < 2) return { value, low: value, high: value };
    const { halfWidth } = replicateError(byReplicate, statistic);
    return { value, low: value - halfWidth, high: value + halfWidth };
  };
  return {
    scale,
    total,
    residual: total - values.reduce((sum, value) => sum + value, 0),
    parts: factors.map(({ name, label }, k) => ({
      factor: name,
      label,
      effect: interval(values[k]!, (parts) => parts[k]!),
      multiplier: scale === "log" ? Math.exp(values[k]!) : null,
      share:
        total === 0 ? null : interval(values[k]! / total, (parts) => parts[k]! / parts.at(-1)!),
    })),
  };
}

function scaleFor(worths: readonly Float64Array[]): Scale {
  return worths.every((values) => values.every((value) => value > 0)) ? "log" : "difference";
}
