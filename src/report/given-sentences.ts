import type { GivenCondition } from "../summary/given.js";
import type { Summary } from "../summary/summary.js";
import { betWords, chancesAbove, holdsZero } from "./bet.js";
import { formatCount, formatProbability, formatValue, lowerFirst } from "./format.js";
import { restOrBound } from "./never-seen.js";
import { claim, type Phrase, say, sentences } from "./phrase.js";

/** What each condition brings, that which brings most first; refusals last. */
export function givenSentences(summary: Summary): Phrase | undefined {
  const { given } = summary;
  if (!given) return undefined;
  const size = ({ found }: GivenCondition): number =>
    found ? Math.abs(found.difference?.value ?? 0) : -1;
  const order = [...given.keys()].sort((a, b) => size(given[b]!) - size(given[a]!));
  const first = order.find((k) => given[k]!.found && given[k]!.draws < given[k]!.of);
  return sentences(order.map((k) => sentenceOf(summary, given[k]!, `given.${k}`, k === first)));
}

/** @param first says in full what those after it refer to as "it" */
function sentenceOf(
  summary: Summary,
  condition: GivenCondition,
  path: string,
  first: boolean,
): Phrase {
  const { name, found, draws, of } = condition;
  if (!found) return say`${refusal(condition)}.`;
  if (draws === of) return say`“${name}” holds in all ${formatCount(of)} draws.`;
  const often = claim(`${path}.share.value`, formatProbability(condition.share.value));
  const where = first
    ? say`“${name}”, as in ${often} of futures,`
    : say`“${name}” (${often} of futures)`;
  const words = betWords(summary);
  if (!words || !found.probability || !found.difference) {
    return medianSentence(summary, condition, path, where, first);
  }
  const what = first ? words.chance : "it";
  if (holdsZero(found.difference)) {
    return say`${where} makes no difference to ${what} beyond the simulation error.`;
  }
  const base = summary.breakEven.findIndex(({ output }) => output === condition.output);
  const [from, to] = chancesAbove(summary.breakEven[base]!.probability, found.probability);
  if (from === to) return say`${where} moves ${what} by less than a tenth of a point.`;
  const before = claim(`1 - breakEven.${base}.probability.value`, from);
  const after = restOrBound(found.probability, `${path}.found.probability`, to);
  return first
    ? say`${where} brings ${what} from ${before} to ${after}.`
    : say`${where} brings it to ${after}.`;
}

/** Without a price: where the median lies. */
function medianSentence(
  { outputs }: Summary,
  { output, found }: GivenCondition,
  path: string,
  where: Phrase,
  first: boolean,
): Phrase {
  const { label, unit, percentiles } = outputs[output]!;
  const median = claim(`${path}.found.p50.value`, formatValue(found!.p50.value, unit));
  if (!first) return say`${where} brings it to ${median}.`;
  const of = `outputs.${output}.percentiles.p50.value`;
  const usual = claim(of, formatValue(percentiles["p50"]!.value, unit));
  return say`${where} brings the median of ${lowerFirst(label)} from ${usual} to ${median}.`;
}

/** Why nothing is said of a condition. */
export function refusal({ name, draws, of }: GivenCondition): string {
  if (draws === 0) return `“${name}” holds in none of ${formatCount(of)} draws`;
  const times = `${formatCount(draws)} of ${formatCount(of)} draws`;
  return `“${name}” holds in only ${times}, too few to say what it brings (400 at least)`;
}
