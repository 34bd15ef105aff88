import { subjectOf } from "../report/figures/subject.js";
import { formatProbability, formatValue } from "../report/format.js";
import type { Summary } from "../summary/summary.js";

/** What the changes did to the answer, in words; both summaries are over the same draws. */
export function changeSentence(before: Summary, after: Summary): string {
  const [was, is] = [subjectOf(before), subjectOf(after)];
  if (is.output.undefined > 0 || was.output.undefined > 0) {
    return "Some futures have no finite value, so that nothing is said of the change.";
  }
  if (was.main && is.main) {
    const chance = is.isTokenCost ? "chance of loss" : "share at or below it";
    const [from, to] = [was, is].map(({ main, isTokenCost }) =>
      isTokenCost ? 1 - main!.probability.value : main!.probability.value,
    ) as [number, number];
    return `The ${chance} ${pointsText(from, to)}.`;
  }
  const [from, to] = [was, is].map(({ output }) => output.percentiles["p50"]!.value) as [
    number,
    number,
  ];
  return `The median ${medianText(from, to, is.output.unit)}.`;
}

/** In whole points of what is printed, so that the difference is that of the numbers shown. */
function pointsText(from: number, to: number): string {
  if (from === to) return `stays at ${formatProbability(to)}`;
  const points = Math.round(to * 100) - Math.round(from * 100);
  const size = Math.abs(points);
  if (size === 0) return `stays at ${formatProbability(to)}, within a point`;
  const many = size === 1 ? "1 point" : `${size} points`;
  return `is ${points > 0 ? "up" : "down"} ${many}, from ${formatProbability(from)} to ${formatProbability(to)}`;
}

function medianText(from: number, to: number, unit: string): string {
  const [before, after] = [formatValue(from, unit), formatValue(to, unit)];
  if (before === after) return `stays at ${after}`;
  return `is ${to > from ? "up" : "down"} from ${before} to ${after}`;
}
