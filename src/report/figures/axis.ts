import type { OutputSummary } from "../../summary/summary.js";

/** Above this ratio of the 99th to the 1st percentile an axis is logarithmic. */
const LOG_RATIO = 30;
/** Empty share of an axis at either end. */
const MARGIN = 0.04;
/** A value this share of an axis beyond its end still stretches it. */
const REACH = 0.25;

/** A value axis: its kind and its ends, in the unit of the values. */
export interface Axis {
  readonly log: boolean;
  readonly low: number;
  readonly high: number;
}

/** An axis over values; those that are not finite numbers are left out. */
export function axisOver(values: readonly number[], mayBeLog = true): Axis {
  const finite = values.filter((value) => Number.isFinite(value));
  if (finite.length === 0) return { log: false, low: 0, high: 1 };
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  if (mayBeLog && low > 0 && high / low > LOG_RATIO) {
    const factor = Math.exp(MARGIN * (Math.log(high) - Math.log(low)));
    const ends = { low: low / factor, high: high * factor };
    if (ends.low > 0 && ends.high < Infinity) return { log: true, ...ends };
  }
  const margin = (high - low) * MARGIN || Math.abs(high) * 0.1 || 1;
  // An amount that is never negative keeps its axis off the other side of zero.
  return {
    log: false,
    low: low >= 0 ? Math.max(0, low - margin) : low - margin,
    high: high + margin,
  };
}

/**
 * An axis over the middle 98% of outputs, stretched to those values that lie near it. It is
 * logarithmic where the 99th percentile is more than thirty times the 1st.
 */
export function outputAxis(outputs: readonly OutputSummary[], values: readonly number[]): Axis {
  const ends = outputs.flatMap(({ percentiles }) => [
    percentiles["p1"]!.value,
    percentiles["p99"]!.value,
  ]);
  const reach = axisOver(ends);
  return axisOver([...ends, ...values.filter((value) => isNear(reach, value))], reach.log);
}

/** Whether a value lies on an axis or so close to it that it may stretch it. */
export function isNear(axis: Axis, value: number): boolean {
  const at = position(axis, value);
  return at >= -REACH && at <= 1 + REACH;
}

/** Whether a value lies on an axis. */
export function isOn({ low, high }: Axis, value: number): boolean {
  return value >= low && value <= high;
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
