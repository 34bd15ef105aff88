import { formatProbability, formatValue, lowerFirst } from "./format.js";
import { priceSuffices } from "./price-suffices.js";
import type { SweepRecord } from "./sweep-record.js";
import { upperFirst } from "./upper-first.js";

/** What a sweep shows, in one sentence. */
export function sweepSentence(record: SweepRecord): string {
  return record.axes.length === 1 ? alongOne(record) : overTwo(record);
}

function alongOne(record: SweepRecord): string {
  const { axes, points, label, unit } = record;
  const [axis] = axes;
  const [first, last] = [points[0]!, points.at(-1)!];
  const ends = [first, last].map(({ p50 }) => formatValue(p50.value, unit));
  const range = [first, last].map(({ at }) => formatValue(at[0]!, axis!.unit));
  const moves =
    ends[0] === ends[1]
      ? `${label} is ${ends[0]!} at the median`
      : `${label} goes from ${ends[0]!} to ${ends[1]!} at the median`;
  const odds = [first, last].map(({ breakEven: [bet] }) => bet && formatProbability(bet.value));
  const bet =
    odds[0] === undefined ? "" : `; ${suffices(record)} in ${odds[0]} to ${odds[1]!} of futures`;
  return `${moves} as ${lowerFirst(axis!.label)} goes from ${range[0]!} to ${range[1]!}${bet}`;
}

function overTwo(record: SweepRecord): string {
  const { points, axes, label, unit } = record;
  const value = ({ p50, breakEven: [bet] }: (typeof points)[number]): number =>
    bet?.value ?? p50.value;
  const ranked = points.toSorted((a, b) => value(a) - value(b));
  const place = ({ at }: (typeof points)[number]): string =>
    axes.map((axis, k) => `${lowerFirst(axis.label)} ${formatValue(at[k]!, axis.unit)}`).join(", ");
  const [worst, best] = [ranked[0]!, ranked.at(-1)!];
  const show = (point: (typeof points)[number]): string =>
    point.breakEven[0]
      ? formatProbability(point.breakEven[0].value)
      : formatValue(point.p50.value, unit);
  return record.prices.length > 0
    ? `${upperFirst(suffices(record))} in ${show(worst)} of futures at worst (${place(worst)}) and ${show(best)} at best (${place(best)})`
    : `${label} is ${show(worst)} at the median at least (${place(worst)}) and ${show(best)} at most (${place(best)})`;
}

/** The same in few words, for a picture's title. */
export function sweepTitle(record: SweepRecord): string {
  const { points, label, unit } = record;
  const values = points.map(({ breakEven: [bet], p50 }) => bet?.value ?? p50.value);
  const ends = [Math.min(...values), Math.max(...values)];
  if (record.prices.length === 0) {
    const [low, high] = ends.map((value) => formatValue(value, unit));
    return `${label} is ${low!} to ${high!} at the median`;
  }
  const [low, high] = ends.map(formatProbability);
  return `${upperFirst(suffices(record))} in ${low!} to ${high!} of futures`;
}

/** What has to hold against the first price, as in a sentence. */
export function suffices(record: SweepRecord): string {
  return priceSuffices(record.prices[0]!, record);
}
