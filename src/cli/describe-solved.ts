import type { Crossing } from "../decision/solve.js";
import type { Solved } from "../decision/solve-scenario.js";
import type { Quantity } from "../models/quantity.js";
import {
  formatCount,
  formatProbability,
  formatProbabilityFine,
  formatValue,
  lowerFirst,
} from "../report/format.js";
import { priceSuffices } from "../report/price-suffices.js";
import { joined } from "../report/sentences.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Interval } from "../statistics/estimate.js";
import type { PriceAsked } from "./price-asked.js";

/** What was asked of `solve`. */
interface Question {
  readonly input: Quantity;
  readonly price: PriceAsked;
  /** The output. */
  readonly compared: Quantity;
  readonly probability: number;
}

/** Where an input has to be, in sentences: the answer, what is believed, what it rests on. */
export function describeSolved(scenario: Scenario, question: Question, solved: Solved): string {
  const { input, price, compared, probability } = question;
  const { now, believed, fixed, correlated, undefined: unknown } = solved;
  const aim = priceSuffices(price, compared);
  const show = (value: number): string => formatValue(value, input.unit);
  const chance =
    believed && solved.solution.kind !== "never"
      ? `; the chance that it meets this is ${formatProbability(believed.chance)}`
      : "";
  const stands = believed
    ? `It is taken to be ${show(believed.p5)} to ${show(believed.p95)} in nine futures of ten${chance}.`
    : `It is fixed at ${show(fixed!)} now.`;
  const interval = `${formatProbabilityFine(now.low)} to ${formatProbabilityFine(now.high)}`;
  return lines([
    `${scenario.title}: ${input.label} for which ${aim} in ${percent(probability)} of futures`,
    answerText(question, solved),
    stands,
    `With everything as the scenario has it, ${aim} in ${formatProbability(now.value)} of futures (${interval}).`,
    ...(correlated.length > 0
      ? [
          `Note: ${joined(correlated)}, correlated with it, ${correlated.length === 1 ? "is" : "are"} left as ${correlated.length === 1 ? "it is" : "they are"}.`,
        ]
      : []),
    ...undefinedNote(scenario, unknown),
    runText(scenario),
  ]);
}

/** The price that suffices with a given probability. */
export function describeSolvedPrice(
  scenario: Scenario,
  { label, unit, probability }: Pick<Quantity, "label" | "unit"> & { readonly probability: number },
  { price, undefined: unknown }: { readonly price: Interval; readonly undefined: number },
): string {
  const name = lowerFirst(label);
  const answer = Number.isFinite(price.value)
    ? `${formatValue(price.value, unit)}${rangeText(price, unit)}: ${name} is at or below it in ${percent(probability)} of futures.`
    : `No price reaches ${percent(probability)}: ${name} has no finite value too often.`;
  const head = `${scenario.title}: the price that ${name} stays at or below`;
  return lines([head, answer, ...undefinedNote(scenario, unknown), runText(scenario)]);
}

function answerText({ input, price, compared, probability }: Question, solved: Solved): string {
  const { solution, searched } = solved;
  const show = (value: number): string => formatValue(value, input.unit);
  const range = `${show(searched[0])} to ${show(searched[1])}`;
  const target = percent(probability);
  switch (solution.kind) {
    case "always":
      return `Any value reaches it: from ${range}, ${priceSuffices(price, compared)} in at least ${target} of futures.`;
    case "never": {
      const { value, probability: best } = solution.best;
      return `No value from ${range} reaches it; the best is ${show(value)} with ${formatProbability(best)}. --between LOW:HIGH looks elsewhere.`;
    }
    case "crosses":
      return `${input.label} has to be ${stretches(solution.crossings, input.unit)}.`;
  }
}

/** `at least 0.7 (0.69 to 0.71)`, `from 1 to 2`: the stretches between crossings. */
function stretches(crossings: readonly Crossing[], unit: string): string {
  const at = ({ value }: Crossing): string =>
    `${formatValue(value.value, unit)}${rangeText(value, unit)}`;
  const parts: string[] = [];
  for (let k = 0; k < crossings.length; k++) {
    const crossing = crossings[k]!;
    const next = crossings[k + 1];
    if (crossing.reached === "below") parts.push(`at most ${at(crossing)}`);
    else if (next) {
      parts.push(`from ${at(crossing)} to ${at(next)}`);
      k++;
    } else parts.push(`at least ${at(crossing)}`);
  }
  return parts.join(", or ");
}

/** The interval of an answer; an end that lies beyond what was looked at is open. */
function rangeText({ value, low, high }: Interval, unit: string): string {
  const [from, to, at] = [low, high, value].map((end) => formatValue(end, unit));
  if (low === -Infinity && high === Infinity) return " (both ends open)";
  if (low === -Infinity) return ` (up to ${to})`;
  if (high === Infinity) return ` (${from} or more)`;
  return from === to && to === at ? "" : ` (${from} to ${to})`;
}

/** A probability that was asked for, as exact as it was given. */
function percent(probability: number): string {
  return `${Number((probability * 100).toPrecision(12))}%`;
}

function undefinedNote({ run }: Scenario, unknown: number): readonly string[] {
  if (unknown === 0) return [];
  return [
    `Note: ${formatCount(unknown)} of ${formatCount(run.draws)} draws have no finite value; they count as above the price.`,
  ];
}

function runText({ run }: Scenario): string {
  return `${formatCount(run.draws)} draws, seed ${run.seed}; ranges in brackets are 95% intervals of the simulation error.`;
}

function lines(parts: readonly string[]): string {
  return `${parts.join("\n")}\n`;
}
