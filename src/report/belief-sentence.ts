import type { NeededBelief } from "../summary/beliefs.js";
import type { BreakEven, Summary } from "../summary/summary.js";
import { labelOf, subjectOf } from "./figures/subject.js";
import { formatProbability, formatValue, lowerFirst } from "./format.js";
import { claim, type Phrase, say } from "./phrase.js";

/** What one has to believe of the k-th input to be 90% sure; undefined where no beliefs were asked. */
export function beliefSentence(summary: Summary, k: number): Phrase | undefined {
  const belief = summary.beliefs?.inputs[k];
  const bet = betOfBeliefs(summary);
  if (!belief || !bet) return undefined;
  const path = `beliefs.inputs.${k}.likely`;
  const label = lowerFirst(labelOf(summary, belief.input));
  const { likely, unit } = belief;
  switch (likely.kind) {
    case "always":
      return say`Whatever ${label} is, one is ${sureOf(summary, bet)}.`;
    case "never": {
      const { value, probability } = likely.best;
      return say`No value of ${label} alone is enough to be ${sureOf(summary, bet)}: the best, ${claim(`${path}.best.value`, formatValue(value, unit))}, gives ${claim(`${path}.best.probability`, formatProbability(probability))}.`;
    }
    case "crosses":
      // Where the bet is as sure as that already, the input can only spoil it.
      return say`To ${bet.probability.value >= 0.9 ? "stay" : "be"} ${sureOf(summary, bet)}, you must believe ${label} is ${stretches(likely, path, unit)}; we give that ${claim(`${path}.chance`, formatProbability(likely.chance))}.`;
  }
}

/** The price that beliefs are about. */
function betOfBeliefs({ beliefs, breakEven }: Summary): BreakEven | undefined {
  return breakEven.find(
    ({ output, against }) => output === beliefs?.output && against === beliefs.against,
  );
}

function sureOf(summary: Summary, bet: BreakEven): Phrase {
  const { isTokenCost, output } = subjectOf(summary);
  const place = summary.breakEven.indexOf(bet);
  const price = claim(`breakEven.${place}.price`, formatValue(bet.price, bet.unit));
  return isTokenCost
    ? say`90% sure at ${price}`
    : say`90% sure that ${lowerFirst(output.label)} is at or below ${price}`;
}

/** Where an input has to lie: `above 1,125 token/s`, `between 2 and 3`, `below 2 or above 5`. */
export function stretches(
  { crossings }: Extract<NeededBelief, { kind: "crosses" }>,
  path: string,
  unit: string,
): Phrase {
  const at = (k: number) =>
    claim(`${path}.crossings.${k}.value.value`, formatValue(crossings[k]!.value.value, unit));
  const parts: Phrase[] = [];
  for (let k = 0; k < crossings.length; k++) {
    if (crossings[k]!.reached === "below") parts.push(say`below ${at(k)}`);
    else if (k + 1 < crossings.length) parts.push(say`between ${at(k)} and ${at(++k)}`);
    else parts.push(say`above ${at(k)}`);
  }
  return parts.flatMap((part, k) => (k === 0 ? part : [" or ", ...part]));
}
