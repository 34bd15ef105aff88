import type { BreakEven, Summary } from "../summary/summary.js";
import { describeHalfWidth, describeTarget } from "../summary/describe-precision.js";
import { labelOf, type Subject, subjectOf } from "./figures/subject.js";
import {
  formatCount,
  formatProbability,
  formatProbabilityFine,
  formatValue,
  lowerFirst,
} from "./format.js";
import { priceForProbability } from "./price-for-probability.js";

/** The first sentence of a report: the decision, in numbers. */
export function headline(summary: Summary): string {
  const subject = subjectOf(summary);
  const { output, main, uncertain } = subject;
  if (output.undefined > 0) {
    return `${output.label} has no finite value in ${formatCount(output.undefined)} of ${formatCount(summary.run.draws)} simulated futures`;
  }
  const median = formatValue(output.percentiles["p50"]!.value, output.unit);
  if (!uncertain) {
    if (!main) return `${output.label} is ${median}`;
    const covers = main.probability.value === 1;
    return `${output.label} is ${median}: ${priceText(main)} ${covers ? coversText(subject) : fallsShortText(subject)}`;
  }
  if (!main) {
    const { p5, p95 } = output.percentiles;
    return `${output.label} is ${median} at the median, ${formatValue(p5!.value, output.unit)} to ${formatValue(p95!.value, output.unit)} in nine futures of ten`;
  }
  return priceHeadline(subject, main, summary.run.draws);
}

function priceHeadline({ isTokenCost, output }: Subject, main: BreakEven, draws: number): string {
  const at = isTokenCost
    ? `At ${formatValue(main.price, main.unit)}`
    : formatValue(main.price, main.unit);
  const { value, low, high } = main.probability;
  const none = `${formatCount(draws)} simulated futures`;
  if (isTokenCost) {
    if (value === 1) return `${at}, none of ${none} loses money`;
    if (value === 0) return `${at}, every one of ${none} loses money`;
    if (low < 0.5 && high > 0.5) {
      return `${at}, profit and loss are too close to call at ${formatCount(draws)} draws`;
    }
    return `${at}, ${formatProbability(1 - value)} of simulated futures lose money`;
  }
  const label = lowerFirst(output.label);
  if (value === 1) return `In all of ${none} ${label} is at or below ${at}`;
  if (value === 0) return `In none of ${none} is ${label} at or below ${at}`;
  return `In ${formatProbability(value)} of simulated futures ${label} is at or below ${at}`;
}

/** What the leading output comes to, in one sentence. */
export function rangeSentence(summary: Summary): string {
  const { output, uncertain } = subjectOf(summary);
  const show = (name: "p5" | "p50" | "p95"): string =>
    formatValue(output.percentiles[name]!.value, output.unit);
  if (output.undefined > 0) {
    return `Percentiles count futures without a finite value as above every number.`;
  }
  if (!uncertain)
    return `${output.label} is ${show("p50")}; nothing in this scenario is uncertain.`;
  return `${output.label} is ${show("p50")} at the median and between ${show("p5")} and ${show("p95")} in nine futures of ten.`;
}

/** The input that moves the result most, and by how much; undefined where nothing is uncertain. */
export function driverSentence(summary: Summary): string | undefined {
  const { output, drivers, uncertain } = subjectOf(summary);
  const [top] = drivers;
  if (!uncertain || !top || !Number.isFinite(top.low.value) || !Number.isFinite(top.high.value)) {
    return undefined;
  }
  const show = (value: number): string => formatValue(value, output.unit);
  return `${labelOf(summary, top.input)} matters most: its lowest tenth gives ${show(top.low.value)} at the median, its highest ${show(top.high.value)}.`;
}

/** The price that would suffice nine times in ten; undefined where nothing is uncertain. */
export function sufficientPriceSentence(summary: Summary): string | undefined {
  const { output, uncertain, isTokenCost } = subjectOf(summary);
  if (!uncertain || output.undefined > 0) return undefined;
  const price = formatValue(priceForProbability(output, 0.9), output.unit);
  return isTokenCost
    ? `To cover the cost in 90% of futures a price of ${price} is needed.`
    : `In 90% of futures it stays at or below ${price}.`;
}

/** How each further price fares; undefined where there is none. */
export function otherPricesSentence(summary: Summary): string | undefined {
  const subject = subjectOf(summary);
  const others = subject.breakEven.slice(1);
  if (others.length === 0 || subject.output.undefined > 0) return undefined;
  const parts = others.map(
    ({ against, price, unit, probability }) =>
      `${against} (${formatValue(price, unit)}) in ${formatProbability(probability.value)}`,
  );
  const what = subject.isTokenCost ? "The cost is covered at the price of" : "It is at or below";
  return `${what} ${joined(parts)} of futures.`;
}

/** A probability with its interval: `59% (58.9% to 59.6%)`. */
export function probabilityWithInterval({ probability }: BreakEven): string {
  const { value, low, high } = probability;
  if (low === high) return formatProbability(value);
  const [from, to] = [formatProbabilityFine(low), formatProbabilityFine(high)];
  return `${formatProbability(value)} (${from === to ? from : `${from} to ${to}`})`;
}

/** Measured over 1,000 runs for each of three designs and nine targets: docs/decisions/0012. */
const STOPPING =
  "A run is likelier to stop when its interval is narrow by chance, so that interval is slightly too narrow: in tests it held the truth in 90% to 96% of runs.";

/** How the draws were made, for the method section and the memo. */
export function methodSentence(summary: Summary): string {
  const { run, correlations } = summary;
  const how = methodText(run);
  const joined = correlations.filter(({ applied }) => applied !== 0).length;
  const dependence =
    joined === 0
      ? "All inputs are taken as independent of each other."
      : `Inputs are independent of each other but for ${joined === 1 ? "one pair" : `${joined} pairs`} joined by a Gaussian copula.`;
  const precision = precisionSentence(summary);
  return [
    `${formatCount(run.draws)} futures were simulated by ${how}, seed ${run.seed}.`,
    ...(precision === undefined ? [] : [precision, STOPPING]),
    dependence,
  ].join(" ");
}

/** How the number of draws came about; undefined where it was fixed beforehand. */
export function precisionSentence({ run, outputs }: Summary): string | undefined {
  const { precision } = run;
  if (!precision) return undefined;
  const { planned, used, asked, reached, met, output } = precision;
  const [from, to] = [planned, used].map(formatCount);
  const target = describeTarget(precision, lowerFirst(outputs[output]!.label));
  const number =
    used === planned
      ? `The ${from} draws planned were ${met ? "enough" : "all"}`
      : `Draws were doubled from ${from} to ${to}`;
  return `${number} for ${target}: its 95% interval is ${describeHalfWidth(precision, reached)} (asked: ${describeHalfWidth(precision, asked)}).`;
}

function methodText({ method, replicates }: Summary["run"]): string {
  switch (method) {
    case "sobol":
      return `scrambled Sobol' points in ${replicates} independent replicates`;
    case "lhs":
      return `Latin hypercube sampling in ${replicates} independent replicates`;
    default:
      return "independent random draws";
  }
}

/** Words in a row: `a, b and c`. */
export function joined(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join("")
    : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)!}`;
}

function priceText({ against, price, unit }: BreakEven): string {
  return `${against} at ${formatValue(price, unit)}`;
}

function coversText({ isTokenCost }: Subject): string {
  return isTokenCost ? "covers it" : "is at or above it";
}

function fallsShortText({ isTokenCost }: Subject): string {
  return isTokenCost ? "does not cover it" : "is below it";
}
