import type { Comparison, Stated } from "../../comparison/comparison.js";
import type { Part, Split } from "../../comparison/split.js";
import type { Interval } from "../../statistics/estimate.js";
import {
  formatNumber,
  formatProbability,
  formatProbabilityFine,
  formatValue,
  NOT_A_NUMBER,
} from "../format.js";
import { formatTenths } from "../format-tenths.js";

const MINUS = "\u2212";

/** What a comparison leads with: medians and their split where something is uncertain. */
export interface Lead {
  readonly a: number;
  readonly b: number;
  readonly split: Split | null;
  /** Parts, the largest first. */
  readonly parts: readonly Part[];
}

/** The values and the split a comparison leads with. */
export function leadOf({ a, b, point, simulated }: Comparison): Lead {
  const split = simulated ? simulated.median.split : point;
  // Rounded, so that equal parts keep the order of the model.
  const size = ({ effect }: Part): number => Number(Math.abs(effect.value).toPrecision(9));
  return {
    a: simulated ? simulated.median.a.value : a.value,
    b: simulated ? simulated.median.b.value : b.value,
    split,
    parts: [...(split?.parts ?? [])].sort((one, other) => size(other) - size(one)),
  };
}

/** A share of a change in whole percent, signed: `85%`, `−8%`. */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return NOT_A_NUMBER;
  const percent = Math.round(Math.abs(share) * 100);
  const text = `${percent.toLocaleString("en-US")}%`;
  return share < 0 && percent > 0 ? `${MINUS}${text}` : text;
}

/** The same to a tenth of a percent, with the half-width of its interval: `84.9% ± 0.1`. */
export function formatShareFine({ value, low, high }: Interval): string {
  if (!Number.isFinite(value)) return NOT_A_NUMBER;
  const text = `${formatTenths(value)}%`;
  const half = formatTenths((high - low) / 2);
  return half === "0.0" ? text : `${text} ± ${half}`;
}

/** A chance with its interval: `59% (58.9% to 59.6%)`; the number alone where it is exact. */
export function formatChance({ value, low, high }: Interval): string {
  if (low === high) return formatProbability(value);
  return `${formatProbability(value)} (${formatProbabilityFine(low)} to ${formatProbabilityFine(high)})`;
}

/** A difference with its interval: `$0.79/Mtoken ($0.78/Mtoken to $0.79/Mtoken)`. */
export function formatDifference({ value, low, high }: Interval, unit: string): string {
  const [middle, from, to] = [value, low, high].map((end) => formatValue(end, unit));
  return low === high ? middle! : `${middle!} (${from!} to ${to!})`;
}

/** What a part does: `× 250`, or where differences are split `+$3.20/Mtoken`. */
export function formatEffect({ effect, multiplier }: Part, unit: string): string {
  if (multiplier !== null) return `× ${formatNumber(multiplier, "1")}`;
  const text = formatValue(effect.value, unit);
  return effect.value > 0 ? `+${text}` : text;
}

/** A change of odds in percentage points with the half-width of its interval: `−12.3 ± 0.2`. */
export function formatPoints({ value, low, high }: Interval): string {
  const text = formatTenths(value);
  const half = formatTenths((high - low) / 2);
  const signed = value > 0 && text !== "0.0" ? `+${text}` : text;
  return half === "0.0" ? signed : `${signed} ± ${half}`;
}

/** How a scenario states a quantity: its number, its distribution, its formula and what that gives. */
export function formatStated(stated: Stated | null): string {
  if (stated === null) return "\u2013";
  const { value, unit, kind, as } = stated;
  if (kind === "distribution") return unit === "1" ? as! : `${as!} ${unit}`;
  const number = formatValue(value, unit);
  return kind === "formula" ? `${number} = ${as!}` : number;
}

/** How many times one value is another, 1 or more: `669 times`; undefined where nearly the same. */
export function formatTimes(ratio: number): string {
  if (ratio >= 9.95) return `${Math.round(ratio).toLocaleString("en-US")} times`;
  return `${ratio.toLocaleString("en-US", { maximumSignificantDigits: 2 })} times`;
}
