import type { Interval } from "../statistics/estimate.js";
import type { StressedShock, StressTest } from "../summary/stress.js";
import type { Summary } from "../summary/summary.js";
import { type BetWords, betWords, chancesAbove, holdsZero } from "./bet.js";
import { formatProbability, formatValue, lowerFirst } from "./format.js";
import { restOrBound } from "./never-seen.js";
import { claim, type Phrase, say, sentences } from "./phrase.js";
import { joined } from "./sentences.js";

/** What the worst of the shocks does, and whether any of them turns the answer. */
export function stressSentences(summary: Summary): Phrase | undefined {
  const { stress } = summary;
  if (!stress) return undefined;
  const words = betWords(summary);
  if (!words || !stress.base.probability) return medianSentence(summary, stress);
  return sentences([oddsSentence(stress, words), turnSentence(stress, words)]);
}

function oddsSentence({ base, shocks }: StressTest, { chance }: BetWords): Phrase {
  const from = base.probability!;
  const [top, second] = shocks as readonly [StressedShock, StressedShock | undefined];
  const moves = ({ difference }: StressedShock): Interval => difference.probability!;
  const asItIs = claim("1 - stress.base.probability.value", formatProbability(1 - from.value));
  if (shocks.every((shock) => holdsZero(moves(shock)))) {
    const none = shocks.length === 1 ? say`“${top.name}” does not move` : say`No shock moves`;
    return say`${none} ${chance} beyond the simulation error: it stays at ${asItIs}.`;
  }
  const [before, after] = chancesAbove(from, top.probability!);
  const was = claim("1 - stress.base.probability.value", before);
  const to = (k: number, { probability }: StressedShock, text: string): Phrase =>
    restOrBound(probability!, `stress.shocks.${k}.probability`, text);
  const head =
    before === after
      ? say`“${top.name}” moves ${chance}, ${was}, by less than a tenth of a point`
      : say`“${top.name}” moves ${chance} from ${was} to ${to(0, top, after)}`;
  if (!second) return say`${head}.`;
  if (leads(moves(top), moves(second))) return say`${head}, further than any other shock.`;
  const [, next] = chancesAbove(from, second.probability!);
  return say`${head}; “${second.name}” moves it about as far, to ${to(1, second, next)}.`;
}

/** Whether one change is larger than another, whatever their signs. */
function leads(one: Interval, other: Interval): boolean {
  const ends = ({ low, high }: Interval): readonly [number, number] => {
    const [a, b] = [Math.abs(low), Math.abs(high)];
    return [holdsZero({ low, high, value: 0 }) ? 0 : Math.min(a, b), Math.max(a, b)];
  };
  return ends(one)[0] > ends(other)[1];
}

/** Which shocks alone make likely what was unlikely; undefined where even the base is too close. */
function turnSentence({ base, shocks }: StressTest, words: BetWords): Phrase | undefined {
  const start = sideOf(base.probability!);
  if (start === "close") return undefined;
  const other = start === "within" ? "above" : "within";
  const outcome = words[other];
  const named = (side: string): readonly string[] =>
    shocks
      .filter(({ probability }) => sideOf(probability!) === side)
      .map(({ name }) => `“${name}”`);
  const [turning, close] = [named(other), named("close")];
  const open =
    close.length === 0 ? undefined : ` With ${joined(close)} the odds are too close to call.`;
  if (turning.length === 0) {
    const subject = shocks.length === 1 ? "It does not make" : "No shock alone makes";
    return say`${subject} ${outcome}.${open}`;
  }
  if (turning.length === shocks.length && shocks.length > 1) {
    return say`Each of the shocks alone makes ${outcome}.`;
  }
  const verb = turning.length === 1 ? "alone makes" : "each make";
  return say`${joined(turning)} ${verb} ${outcome}.${open}`;
}

function sideOf({ low, high }: Interval): "within" | "above" | "close" {
  return low > 0.5 ? "within" : high < 0.5 ? "above" : "close";
}

/** Without a price: what becomes of the median. */
function medianSentence({ outputs }: Summary, { output, base, shocks }: StressTest): Phrase {
  const { label, unit } = outputs[output]!;
  const sorted = shocks.filter(({ difference }) => Number.isFinite(difference.p50.value));
  const [top] = sorted;
  const show = (value: number): string => formatValue(value, unit);
  const from = claim("stress.base.p50.value", show(base.p50.value));
  if (!top || sorted.every(({ difference }) => holdsZero(difference.p50))) {
    return say`No shock moves the median of ${lowerFirst(label)} beyond the simulation error: it stays at ${from}.`;
  }
  const to = claim(`stress.shocks.${shocks.indexOf(top)}.p50.value`, show(top.p50.value));
  const second = sorted[1];
  const tail =
    second && leads(top.difference.p50, second.difference.p50)
      ? ", further than any other shock"
      : "";
  return say`“${top.name}” moves the median of ${lowerFirst(label)} from ${from} to ${to}${tail}.`;
}
