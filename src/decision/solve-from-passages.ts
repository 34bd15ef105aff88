import { selectQuantile } from "../numeric/select.js";
import { intervalOfSolved } from "./interval-of-solved.js";
import type { Passages } from "./passages.js";
import type { Solution } from "./solve.js";

/** Stands for infinity where neighbours are interpolated; nothing that is less is this far out. */
const FAR = 1e300;
const FAR_FROM = 1e200;

/**
 * Where the share of futures that meet a price passes a probability, from where each of them does: a
 * quantile of the passages, with Hazen's half draw as in `solve`.
 *
 * @param split deals a column out to the replicates
 * @param range the values between which was looked
 * @returns undefined where some future passes more than once, or some up and others down
 */
export function solveFromPassages(
  { at, count, above }: Passages,
  split: (column: Float64Array) => readonly Float64Array[],
  probability: number,
  [lowest, highest]: readonly [number, number],
): Solution | undefined {
  let rises: boolean | undefined;
  for (let i = 0; i < at.length; i++) {
    if (count[i]! > 1) return undefined;
    if (count[i] === 0) continue;
    rises ??= above[i] === 1;
    if (rises !== (above[i] === 1)) return undefined;
  }
  const share = (is: (value: number) => boolean): number =>
    at.reduce((sum, value) => sum + Number(is(value)), 0) / at.length;
  const always = share((value) => value === -Infinity);
  const most = 1 - share((value) => value === Infinity);
  const best = rises === false ? lowest : highest;
  if (always >= probability) return { kind: "always" };
  if (most < probability) return { kind: "never", best: { value: best, probability: most } };
  // Ascending means easier first: turned round where the price is met below the passage.
  const sign = rises === false ? -1 : 1;
  const easiest = at.map((value) =>
    Number.isFinite(value) ? sign * value : Math.sign(value) * FAR,
  );
  const passing = (part: Float64Array): number => {
    const rank = part.length * probability - 0.5;
    const p = Math.min(1, Math.max(0, rank / (part.length - 1)));
    const passed = sign * selectQuantile(part.slice(), p);
    return Math.abs(passed) < FAR_FROM ? passed : Math.sign(passed) * Infinity;
  };
  const within = (value: number): number => Math.min(highest, Math.max(lowest, value));
  const value = intervalOfSolved(split(easiest).map(passing), () => within(passing(easiest)));
  return {
    kind: "crosses",
    crossings: [{ value, reached: rises === false ? "below" : "above" }],
  };
}
