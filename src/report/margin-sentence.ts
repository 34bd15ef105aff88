import type { Summary } from "../summary/summary.js";
import { subjectOf } from "./figures/subject.js";
import { formatCount, formatValue, lowerFirst } from "./format.js";
import { claim, type Phrase, say } from "./phrase.js";

/** Of months, tokens or users, what is left of a price is not a margin anybody earns. */
const EARNED = /^([kMGTP]?USD\b|1$)/;

/**
 * What the main price leaves on average, and when it loses; undefined where there is no price, and for
 * outputs that are neither money nor a ratio.
 */
export function marginSentence(summary: Summary): Phrase | undefined {
  const { margin } = summary;
  const { output, isTokenCost } = subjectOf(summary);
  if (!margin || !EARNED.test(output.unit)) return undefined;
  return isTokenCost ? costSentence(summary) : otherSentence(summary);
}

function costSentence(summary: Summary): Phrase {
  const { expected, price } = summary.margin!;
  const { unit } = subjectOf(summary).output;
  const at = claim("margin.price", formatValue(price, unit));
  const first = say`Expected margin at ${at} is ${claim("margin.expected.value", formatValue(expected.value, unit))}`;
  return say`${first}${isUnsure(summary) ? ", which simulation error cannot tell from 0" : ""}; ${losing(summary, "when it loses, it loses", "no simulated future loses", "every simulated future loses, by")}`;
}

function otherSentence(summary: Summary): Phrase {
  const { expected, price } = summary.margin!;
  const { unit, label } = subjectOf(summary).output;
  const size = claim("margin.expected.value", formatValue(Math.abs(expected.value), unit));
  const at = claim("margin.price", formatValue(price, unit));
  const first = isUnsure(summary)
    ? say`On average ${lowerFirst(label)} is as good as ${at}`
    : say`On average ${lowerFirst(label)} is ${size} ${expected.value < 0 ? "above" : "below"} ${at}`;
  return say`${first}; ${losing(summary, "where it is above, it is so by", "it is never above", "it is always above, by")}`;
}

function isUnsure({ margin }: Summary): boolean {
  return margin!.expected.low <= 0 && margin!.expected.high >= 0;
}

function losing(summary: Summary, some: string, none: string, all: string): Phrase {
  const { whenLosing, losing: count } = summary.margin!;
  const { unit } = subjectOf(summary).output;
  if (count === 0) return say`${none}`;
  if (!whenLosing) {
    const few = claim("margin.losing", formatCount(count));
    return say`only ${few} of ${claim("run.draws", formatCount(summary.run.draws))} futures are above it, too few to say by how much`;
  }
  const mean = claim("margin.whenLosing.value", formatValue(-whenLosing.value, unit));
  return say`${count === summary.run.draws ? all : some} ${mean} on average`;
}
