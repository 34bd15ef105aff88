import { isFiniteInterval } from "../../statistics/is-finite-interval.js";
import type { Interval } from "../../statistics/estimate.js";
import { independentDifference } from "../../statistics/independent-difference.js";
import type { RunLine } from "./run-line.js";

/** What a run changed against an earlier one of the same scenario. */
export type Change =
  | { readonly kind: "repeated" }
  /** Another output leads, or the same in another unit: there is nothing to subtract. */
  | { readonly kind: "other" }
  | {
      readonly kind: "difference";
      /** The chance of exceeding the first price, or where there is none the median. */
      readonly of: "excess" | "median";
      /** This run less the earlier one, with a 95% interval of both simulation errors. */
      readonly difference: Interval;
      /** The earlier value. */
      readonly before: number;
      /** Whether the interval leaves out zero. */
      readonly clear: boolean;
      readonly sameInputs: boolean;
      /** The price's name, where it is not the same amount as before. */
      readonly price?: string;
      /** Of the earlier run, where it was another version of Breakeven. */
      readonly version?: string;
    };

/** Holds a run against an earlier one by the numbers that both lines have. */
export function changeSince(before: RunLine, now: RunLine): Change {
  if (repeats(before, now)) return { kind: "repeated" };
  const alike = before.output.name === now.output.name && before.output.unit === now.output.unit;
  if (!alike) return { kind: "other" };
  const [earlier, later] = [before.excess, now.excess];
  const same = earlier && later && earlier.against === later.against;
  const [one, other] = same
    ? [earlier.probability, later.probability]
    : [before.median, now.median];
  // A percentile that is not finite is null in a file.
  if (![one, other].every(isFiniteInterval)) return { kind: "other" };
  const difference = independentDifference(one, other);
  return {
    kind: "difference",
    of: same ? "excess" : "median",
    difference,
    before: one.value,
    clear: difference.low > 0 || difference.high < 0,
    sameInputs: inputsOf(before) === inputsOf(now),
    ...(same && earlier.price !== later.price ? { price: later.against } : {}),
    ...(before.version === now.version ? {} : { version: before.version }),
  };
}

function repeats(before: RunLine, now: RunLine): boolean {
  const key = (line: RunLine): string =>
    JSON.stringify([line.version, inputsOf(line), line.run, line.output, line.median, line.excess]);
  return key(before) === key(now);
}

/** What a run was made from: text, data files and overrides. */
function inputsOf({ sha256, data, overrides }: RunLine): string {
  return JSON.stringify([sha256, Object.entries(data).sort(), overrides]);
}
