import type { DecisionValue } from "../summary/decision.js";
import type { Summary } from "../summary/summary.js";
import { holdsZero } from "./bet.js";
import { formatCount, formatPayoff, formatProbability } from "./format.js";
import { neverSeen } from "./never-seen.js";
import { claim, type Phrase, say, sentences } from "./phrase.js";

/** The best option now, how often it is the wrong one, and what to find out first. */
export function decisionSentences({ decision }: Summary): Phrase | undefined {
  if (!decision) return undefined;
  if (decision.undefined > 0) {
    const draws = claim("decision.undefined", formatCount(decision.undefined));
    return say`In ${draws} of ${formatCount(decision.draws)} draws some option has no payoff that is a finite number, so that nothing can be said of what the options pay on average.`;
  }
  return sentences([
    choiceSentence(decision),
    wrongSentence(decision),
    measureSentence(decision),
    correlatedSentence(decision),
  ]);
}

function choiceSentence({ options, best, lead, unit, draws }: DecisionValue): Phrase {
  const { over, difference } = lead!;
  const pays = (k: number): Phrase =>
    say`${claim(`decision.options.${k}.expected.value`, formatPayoff(options[k]!.expected!.value, unit))}`;
  if (holdsZero(difference)) {
    return say`“${options[best]!.name}” and “${options[over]!.name}” are too close to call at ${formatCount(draws)} draws: on average they pay ${pays(best)} and ${pays(over)}.`;
  }
  return say`The best choice now is “${options[best]!.name}”: on average it pays ${pays(best)}, “${options[over]!.name}” ${pays(over)}.`;
}

function wrongSentence({ options, wrong, perfect, unit }: DecisionValue): Phrase {
  const other = options.length === 2 ? "the other option" : "another option";
  if (wrong!.value === 0) {
    const known = neverSeen(wrong!, "decision.wrong");
    return say`In no simulated future${known} would ${other} pay more, so that nothing need be found out first.`;
  }
  const often = claim("decision.wrong.value", formatProbability(wrong!.value));
  const worth = claim("decision.perfect.value", formatPayoff(perfect!.value, unit));
  return say`In ${often} of futures ${other} would pay more; to know everything beforehand would be worth ${worth} on average.`;
}

/** Which input to measure; undefined where no future would have it otherwise. */
function measureSentence({ inputs, wrong, unit }: DecisionValue): Phrase | undefined {
  if (wrong!.value === 0) return undefined;
  const [top, second] = inputs.filter(({ value }) => value.low > 0);
  if (!top) {
    return say`To know any one input exactly would be worth nothing beyond the simulation error: no input alone turns the choice.`;
  }
  const amount = (k: number): Phrase =>
    say`${claim(`decision.inputs.${k}.value.value`, formatPayoff(inputs[k]!.value.value, unit))}`;
  const head = say`Measuring “${top.label}” first is worth up to ${amount(inputs.indexOf(top))}`;
  if (!second)
    return say`${head}; to know any other input alone is worth nothing beyond the simulation error.`;
  const next = amount(inputs.indexOf(second));
  if (top.value.low > second.value.high) {
    return say`${head}; nothing else is worth more than ${next}.`;
  }
  return say`${head}, “${second.label}” about as much: ${next}.`;
}

function correlatedSentence({ inputs, wrong }: DecisionValue): Phrase | undefined {
  const [top] = inputs.filter(({ value }) => value.low > 0);
  if (wrong!.value === 0 || !top?.correlated) return undefined;
  return say`It is correlated with other inputs, of which to know it tells something too.`;
}
