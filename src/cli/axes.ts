import type { Axis } from "../decision/sweep.js";
import { UsageError } from "./exit-codes.js";
import { numberIn } from "./numbers.js";

const VALUES_MAX = 100;
const EXAMPLE =
  "name=low:high:count, such as utilization=0.2:0.9:8, or throughput=100:2000:10log by equal factors";

/** An axis as asked for: values of an input in its own unit. */
export interface AskedAxis extends Axis {
  /** By equal factors rather than equal steps. */
  readonly log: boolean;
}

/**
 * `utilization=0.2:0.9:8`: eight values from 0.2 to 0.9; with `log` at the end, by equal factors.
 *
 * @throws {UsageError} for a range that is none
 */
export function axisOf(entry: string): AskedAxis {
  const [, input, range] = /^([A-Za-z][A-Za-z0-9_.]*)=(.+)$/.exec(entry) ?? [];
  if (input === undefined || range === undefined) {
    throw new UsageError(`--over takes ${EXAMPLE}; got ${JSON.stringify(entry)}`);
  }
  const log = range.endsWith("log");
  const parts = (log ? range.slice(0, -3) : range).split(":");
  const [low, high, count] = parts.map(numberIn) as [number, number, number];
  const refuse = (reason: string): UsageError =>
    new UsageError(`--over ${entry}: ${reason} (${EXAMPLE})`);
  if (parts.length !== 3) throw refuse("a range is low:high:count");
  if (!(low < high)) throw refuse("low and high are two numbers, the smaller first");
  if (!(Number.isInteger(count) && 2 <= count && count <= VALUES_MAX)) {
    throw refuse(`the count is a whole number from 2 to ${VALUES_MAX}`);
  }
  if (log && low <= 0) throw refuse("equal factors need a range above zero");
  return { input, log, values: valuesOf(low, high, count, log) };
}

function valuesOf(low: number, high: number, count: number, log: boolean): readonly number[] {
  return Array.from({ length: count }, (_, k) => {
    if (k === 0) return low;
    if (k === count - 1) return high;
    const share = k / (count - 1);
    const value = log ? low * Math.exp(share * Math.log(high / low)) : low + share * (high - low);
    // What was asked for as 0.3 should not read 0.30000000000000004.
    return Number(value.toPrecision(12));
  });
}
