import type { Comparison } from "../../comparison/comparison.js";
import type { Part } from "../../comparison/split.js";
import type { Interval } from "../../statistics/estimate.js";
import { isTokenCost } from "../figures/subject.js";
import { formatProbability, formatValue, lowerFirst } from "../format.js";
import { joined } from "../sentences.js";
import {
  formatChance,
  formatDifference,
  formatEffect,
  formatShare,
  formatShareFine,
  formatTimes,
  leadOf,
} from "./wording.js";

/** Parts a sentence names. */
const NAMED_MAX = 5;
/** Shares beyond this say that parts cancel; multipliers then read better. */
const SHARE_MAX = 2;
/** Ratios below are told as a percentage. */
const TIMES_MIN = 1.95;

/** The answer: how far the two are apart, and which factors explain it. */
export function comparisonHeadline(comparison: Comparison): string {
  const { split, parts } = leadOf(comparison);
  const gap = gapClause(comparison);
  if (!split || split.total === 0 || parts.length === 0) return gap;
  return `${gap}: ${explanation(parts, comparison.output.unit)}`;
}

function gapClause(comparison: Comparison): string {
  const { output } = comparison;
  const { a, b, split } = leadOf(comparison);
  const names = [comparison.a.scenario, comparison.b.scenario] as const;
  const label = lowerFirst(output.label);
  const show = (value: number): string => formatValue(value, output.unit);
  if (!Number.isFinite(a) || !Number.isFinite(b)) {
    return `${output.label} is ${show(a)} in ${names[0]} and ${show(b)} in ${names[1]}`;
  }
  const median = comparison.simulated ? " at the median" : "";
  if (a === b) return `${names[0]} and ${names[1]} come to the same ${label}${median}: ${show(a)}`;
  const [high, low] = b > a ? [names[1], names[0]] : [names[0], names[1]];
  if (split?.scale !== "log") {
    return `${output.label} is ${show(Math.abs(b - a))} higher in ${high} than in ${low}${median}`;
  }
  const ratio = Math.max(a / b, b / a);
  const isCost = isTokenCost(output.unit);
  const verb = isCost ? `${high} costs` : `${output.label} of ${high} is`;
  const than = isCost ? low : `that of ${low}`;
  if (ratio >= TIMES_MIN) return `${verb} ${formatTimes(ratio)} ${than}${median}`;
  const more = ratio < 1.095 ? formatShareFine(exactly(ratio - 1)) : formatShare(ratio - 1);
  return `${verb} ${more} ${isCost ? "more" : "higher"} than ${than}${median}`;
}

function exactly(value: number): Interval {
  return { value, low: value, high: value };
}

/** Which factors make the gap and which work against it, by shares or, where they cancel, by size. */
function explanation(parts: readonly Part[], unit: string): string {
  const shares = parts.every(({ share }) => share !== null && Math.abs(share.value) <= SHARE_MAX);
  if (!shares) {
    const named = parts.slice(0, NAMED_MAX);
    const list = named.map((part) => `${lowerFirst(part.label)} ${formatEffect(part, unit)}`);
    return `parts that nearly cancel, ${joined(list)}`;
  }
  const counts = (part: Part): boolean => Math.abs(part.share!.value) >= 0.005;
  const along = parts.filter((part) => counts(part) && part.share!.value > 0);
  const against = parts.filter((part) => counts(part) && part.share!.value < 0);
  const [first, ...others] = along.slice(0, NAMED_MAX);
  const rest = others.map(
    ({ label, share }) => `${lowerFirst(label)} ${formatShare(share!.value)}`,
  );
  const leading = first
    ? joined([
        `${lowerFirst(first.label)} explains ${formatShare(first.share!.value)} of the gap`,
        ...rest,
      ])
    : "";
  const opposed = against
    .slice(0, NAMED_MAX)
    .map(({ label, share }) => `${lowerFirst(label)} (${formatShare(share!.value)})`);
  if (opposed.length === 0) return leading;
  return `${leading}; ${joined(opposed)} ${opposed.length === 1 ? "works" : "work"} the other way`;
}

/** What both come to; with uncertainty, the paired difference and how often the first is the cheaper. */
export function valuesSentence(comparison: Comparison): string {
  const { output, a, b, simulated } = comparison;
  const show = (value: number): string => formatValue(value, output.unit);
  if (!simulated) {
    return `${output.label} is ${show(a.value)} in ${a.scenario} and ${show(b.value)} in ${b.scenario}.`;
  }
  if (comparison.factors.length === 0) return "Nothing that it rests on differs.";
  const { median, cheaper } = simulated;
  return (
    `${output.label} is ${show(median.a.value)} at the median in ${a.scenario} and ${show(median.b.value)} in ${b.scenario}; ` +
    `on the same futures the second less the first is ${formatDifference(median.difference, output.unit)}. ` +
    `${a.scenario} is the lower of the two, or equal, in ${formatChance(cheaper.together)} of futures, and ` +
    `in ${formatChance(cheaper.apart)} where each has a future of its own. ` +
    "In brackets 95% intervals of the simulation error."
  );
}

/** How the odds at the first price move and which factor moves them most; undefined without a price. */
export function oddsSentence(comparison: Comparison): string | undefined {
  const [first] = comparison.simulated?.breakEven ?? [];
  if (!first) return undefined;
  const { against, a, b, difference, split } = first;
  const chance = isTokenCost(comparison.output.unit)
    ? "The chance of a loss"
    : "The chance of more";
  const [before, after] = [a, b].map(({ value }) => formatProbability(1 - value));
  if (difference.low <= 0 && difference.high >= 0) {
    return `${chance} at ${against} shows no difference beyond simulation error: ${before} and ${after}.`;
  }
  const moves = difference.value < 0 ? "rises" : "falls";
  const change = `${chance} at ${against} ${moves} from ${before} to ${after}`;
  const [top] = [...(split?.parts ?? [])].sort(
    (one, other) => Math.abs(other.effect.value) - Math.abs(one.effect.value),
  );
  if (!top?.share || Math.abs(top.share.value) > SHARE_MAX) return `${change}.`;
  return `${change}; ${lowerFirst(top.label)} explains ${formatShare(top.share.value)} of the change.`;
}

/** What does not bear on the output, in one sentence; undefined where nothing is left over. */
export function elsewhereSentence({ elsewhere, output }: Comparison): string | undefined {
  const count = elsewhere.length;
  if (count === 0) return undefined;
  const quantities = count === 1 ? "1 other quantity differs" : `${count} other quantities differ`;
  return `${quantities} without bearing on ${lowerFirst(output.label)}.`;
}

/** Why there is no split; undefined where there is one. */
export function noSplitSentence(comparison: Comparison): string | undefined {
  if (leadOf(comparison).split) return undefined;
  return "The change cannot be split: in some mixture of the two the output is not a finite number.";
}

/** Said where a difference rather than a ratio is split. */
export function scaleSentence(comparison: Comparison): string | undefined {
  if (leadOf(comparison).split?.scale !== "difference") return undefined;
  return "The output, or that of some mixture of the two, is zero or negative: its difference is split, not its ratio.";
}
