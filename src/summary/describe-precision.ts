import type { Precision } from "./summary.js";

/** What a run had to be precise in: `the median of Cost per million tokens`. */
export function describeTarget({ percentile, against }: Precision, label: string): string {
  if (percentile === undefined) return `the share of futures at or below ${against!}`;
  return `${percentile === 50 ? "the median" : `percentile ${percentile}`} of ${label}`;
}

/** A half-width in the terms it was asked in: `±0.2%`, `±1 percentage point`. */
export function describeHalfWidth({ percentile }: Precision, halfWidth: number): string {
  if (!Number.isFinite(halfWidth)) return "of unknown width";
  const size = Number((100 * halfWidth).toPrecision(3));
  if (percentile !== undefined) return `±${size}%`;
  return `±${size} percentage point${size === 1 ? "" : "s"}`;
}
