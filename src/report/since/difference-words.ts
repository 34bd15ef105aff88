import type { FigureSince, KeyFigure } from "../../summary/since.js";
import type { Summary } from "../../summary/summary.js";
import { subjectOf } from "../figures/subject.js";
import { formatPercentPoints, formatValue } from "../format.js";
import { claim, type Claim, type Phrase, say } from "../phrase.js";

/** How a key figure differs from that of the earlier run, for the card that shows it. */
export function differenceWords(summary: Summary, figure: KeyFigure): Phrase {
  const found = summary.since?.figures[figure];
  if (!found) return say`no earlier value to compare`;
  const { low, high } = found.difference;
  if (low === 0 && high === 0) return say`no difference`;
  if (!found.clear) return say`no difference beyond simulation error`;
  return say`${directionOf(found)} ${differenceClaim(summary, figure, found)}`;
}

/** The same of both ends of a range. */
export function endsWords(summary: Summary, low: KeyFigure, high: KeyFigure): Phrase {
  const [one, two] = [differenceWords(summary, low), differenceWords(summary, high)];
  const figures = summary.since?.figures ?? {};
  const alike = !figures[low]?.clear && one.join() === two.join();
  return alike ? one : say`low end: ${one}; high end: ${two}`;
}

/** Where a figure went that clearly differs. */
export function directionOf({ difference }: FigureSince): "up" | "down" {
  return difference.value > 0 ? "up" : "down";
}

/** How far it went, its sign left to words: `6 points`, `$0.40/Mtoken`. */
function differenceClaim(summary: Summary, figure: KeyFigure, { difference }: FigureSince): Claim {
  const { unit } = subjectOf(summary).output;
  const size = Math.abs(difference.value);
  const path = `since.figures.${figure}.difference.value`;
  if (figure === "excess") return claim(path, formatPercentPoints(size));
  // A percentage that went up by 3 percent would be another thing.
  return claim(path, unit === "%" ? formatPercentPoints(size / 100) : formatValue(size, unit));
}
