import type { OutputSummary } from "../../summary/summary.js";
import type { Spec } from "./figure.js";

/** Above this ratio of the 99th to the 1st percentile an axis is logarithmic. */
const LOG_RATIO = 30;

/** A value axis: its kind and its ends, in the unit of the values. */
export interface Axis {
  readonly log: boolean;
  readonly low: number;
  readonly high: number;
}

/** An axis over the middle of an output, stretched to the values that have to be on it. */
export function axisOver(outputs: readonly OutputSummary[], values: readonly number[]): Axis {
  const ends = outputs.flatMap(({ curve }) => [curve.value[0]!, curve.value.at(-1)!]);
  const finite = [...ends, ...values].filter((value) => Number.isFinite(value));
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  const log = low > 0 && high / low > LOG_RATIO;
  if (log) return { log, low: low / 1.1, high: high * 1.1 };
  const margin = (high - low) * 0.04 || Math.abs(high) * 0.1 || 1;
  // An amount that is never negative keeps its axis off the other side of zero.
  return { log, low: low >= 0 ? Math.max(0, low - margin) : low - margin, high: high + margin };
}

/** Where a value lies on an axis, 0 at its low end and 1 at its high end. */
export function position({ log, low, high }: Axis, value: number): number {
  if (!log) return (value - low) / (high - low);
  return (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low));
}

/** The value at a position: the inverse of `position`. */
export function valueAt({ log, low, high }: Axis, share: number): number {
  if (!log) return low + share * (high - low);
  return Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low)));
}

/** The horizontal encoding of a field on an axis, with ticks at round values. */
export function horizontal(axis: Axis, field: string, unit: string, more: Spec = {}): Spec {
  const ticks = axis.log ? logTicks(axis) : undefined;
  return {
    field,
    type: "quantitative",
    scale: {
      ...(axis.log ? { type: "log" } : { type: "linear", zero: false }),
      domain: [axis.low, axis.high],
      nice: false,
    },
    title:
      `${unit === "1" ? "" : unitTitle(unit)}${axis.log ? " (logarithmic scale)" : ""}`.trim() ||
      null,
    axis: { ...(ticks ? { values: ticks } : { tickCount: 6 }), format: tickFormat(axis) },
    ...more,
  };
}

/** 1, 2 and 5 of each decade where few decades are shown, 1 where many are. */
function logTicks({ low, high }: Axis): readonly number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const steps = last - first > 4 ? [1] : last - first > 2 ? [1, 3] : [1, 2, 5];
  const ticks: number[] = [];
  for (let decade = first; decade <= last; decade++) {
    for (const step of steps) ticks.push(Number(`${step}e${decade}`));
  }
  return ticks.filter((tick) => low <= tick && tick <= high);
}

function tickFormat({ high, low }: Axis): string {
  if (high >= 1e6) return "~s";
  return high - low < 1e-3 ? "~e" : ",~g";
}

function unitTitle(unit: string): string {
  return unit.startsWith("USD") ? `$${unit.slice(3)}` : unit;
}
