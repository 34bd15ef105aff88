import type { Interval } from "../../statistics/estimate.js";
import type { FigureSince, KeyFigure, Since } from "../../summary/since.js";
import type { Summary } from "../../summary/summary.js";
import { subjectOf } from "../figures/subject.js";
import { formatNumber, formatValue, lowerFirst } from "../format.js";
import { formatTenths } from "../format-tenths.js";
import { figureLabel, figureText } from "../key-figure.js";
import { claim, type Claim, type Phrase, say } from "../phrase.js";
import { directionOf } from "./difference-words.js";
import { earlierName } from "./earlier-name.js";

/** A figure the sentence speaks of, with what it is called there. */
interface Told {
  readonly figure: KeyFigure;
  readonly called: Phrase;
  readonly found: FigureSince;
}

/** What changed since the earlier run, in one sentence; undefined where none was named. */
export function sinceSentence(summary: Summary): Phrase | undefined {
  const { since } = summary;
  if (!since) return undefined;
  const against = say`Held against ${earlierName(since, summary)},`;
  const [first, second] = toldFigures(summary, since);
  if (!first) return say`${against} nothing that leads this report has an earlier value.`;
  if (!second) return say`${against} ${first.called} ${verb(summary, first)}.`;
  const [one, other] = [first.called, second.called];
  if (isSame(first) && isSame(second)) return say`${against} ${one} and ${other} are the same.`;
  if (!first.found.clear && !second.found.clear) {
    return say`${against} neither ${one} nor ${other} shows a difference beyond simulation error.`;
  }
  return say`${against} ${one} ${verb(summary, first)}, and ${other} ${verb(summary, second)}.`;
}

function toldFigures(summary: Summary, { figures }: Since): readonly Told[] {
  const subject = subjectOf(summary);
  const label = lowerFirst(subject.output.label);
  const called = {
    excess: say`the ${figureLabel(summary, "excess")}`,
    median: subject.uncertain ? say`the median of ${label}` : say`${label}`,
  };
  return (["excess", "median"] as const).flatMap((figure) => {
    const found = figures[figure];
    return found ? [{ figure, called: called[figure], found }] : [];
  });
}

function isSame({ found }: Told): boolean {
  const { low, high } = found.difference;
  return low === 0 && high === 0;
}

function verb(summary: Summary, told: Told): Phrase {
  const { figure, found } = told;
  if (isSame(told)) return say`is the same`;
  if (!found.clear) return say`shows no difference beyond simulation error`;
  const { unit } = subjectOf(summary).output;
  const points = figure === "excess" || unit === "%" ? " points" : "";
  const size = sizeClaim(told, "value", unit);
  const way = say`is ${directionOf(found)} ${size}${points}`;
  return say`${way}${reach(told, unit)}${fromTo(summary, told)}`;
}

/** The interval of the difference, without the sign that the words have. */
function reach(told: Told, unit: string): Phrase {
  const { value, low, high } = told.found.difference;
  if (low === high) return [];
  const ends = value > 0 ? (["low", "high"] as const) : (["high", "low"] as const);
  const [near, far] = ends.map((end) => sizeClaim(told, end, unit));
  return say` (${near} to ${far})`;
}

/** A difference or an end of its interval without its sign; the word `points` stands after it. */
function sizeClaim({ figure, found }: Told, of: keyof Interval, unit: string): Claim {
  const size = Math.abs(found.difference[of]);
  const path = `since.figures.${figure}.difference.${of}`;
  if (figure === "excess") return claim(path, formatTenths(size));
  return claim(path, unit === "%" ? formatNumber(size, unit) : formatValue(size, unit));
}

/** From which value to which; nothing where both print alike. */
function fromTo(summary: Summary, { figure, found }: Told): Phrase {
  const [from, to] = (["before", "now"] as const).map((run) => {
    const text = figureText(summary, figure, found[run].value);
    return claim(`since.figures.${figure}.${run}.value`, text);
  });
  return from!.text === to!.text ? [] : say`, from ${from} to ${to}`;
}
