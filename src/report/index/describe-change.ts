import { formatCount, formatPercentPoints, formatProbability, formatValue } from "../format.js";
import type { Change } from "./change.js";
import type { IndexRow } from "./index-row.js";

/** A change in words, and beneath it how sure that is and what else changed. */
export interface ChangeWords {
  readonly words: string;
  readonly note: string;
}

/** `up 6 points`, `no change beyond simulation error`; undefined where there was no run before. */
export function describeChange({ change, output }: IndexRow): ChangeWords | undefined {
  if (!change) return undefined;
  switch (change.kind) {
    case "repeated":
      return { words: "none", note: "the same run again" };
    case "other":
      return { words: "not comparable", note: "the output that leads is another" };
    case "difference":
      return { words: words(change, output.unit), note: note(change, output.unit) };
  }
}

type Difference = Extract<Change, { kind: "difference" }>;

function words({ of, difference, before, clear }: Difference, unit: string): string {
  if (difference.value === 0 && difference.low === difference.high) return "no change";
  if (!clear) return "no change beyond simulation error";
  const direction = difference.value > 0 ? "up" : "down";
  const size = Math.abs(difference.value);
  if (of === "excess") return `${direction} ${formatPercentPoints(size)}`;
  if (before > 0) return `median ${direction} ${percent(size / before)}`;
  return `median ${direction} ${formatValue(size, unit)}`;
}

function note(change: Difference, unit: string): string {
  const { of, difference, before, sameInputs, price, version } = change;
  const was =
    of === "excess" ? formatProbability(before) : `a median of ${formatValue(before, unit)}`;
  const parts = [
    `from ${was}`,
    ...(of === "excess" && difference.low < difference.high ? [`${range(change)} points`] : []),
    sameInputs ? "same inputs" : "inputs changed",
    ...(price === undefined ? [] : [`another price for ${price}`]),
    ...(version === undefined ? [] : [`before by version ${version}`]),
  ];
  return parts.join("; ");
}

function range({ difference: { low, high } }: Difference): string {
  const signed = (value: number): string =>
    `${value < 0 ? "\u2212" : "+"}${Math.abs(value * 100).toFixed(1)}`;
  return `${signed(low)} to ${signed(high)}`;
}

function percent(share: number): string {
  const size = share * 100;
  if (size < 0.05) return "less than 0.1%";
  return size < 9.95 ? `${size.toFixed(1)}%` : `${formatCount(Math.round(size))}%`;
}
