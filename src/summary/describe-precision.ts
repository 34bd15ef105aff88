import { lowerFirst } from "../models/lower-first.js";
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

/** What to say of a run that reached its ceiling first. */
export function precisionWarning(precision: Precision, label: string): string {
  const [reached, asked] = [precision.reached, precision.asked].map((halfWidth) =>
    describeHalfWidth(precision, halfWidth),
  );
  const draws = precision.used.toLocaleString("en-US");
  return `The run is less precise than asked: the 95% interval of ${describeTarget(precision, lowerFirst(label))} is ${reached}, not ${asked}, at ${draws} draws, the ceiling.`;
}
