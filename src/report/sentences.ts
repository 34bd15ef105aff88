import type { TooClose } from "../statistics/too-close.js";
import type { BreakEven, Summary } from "../summary/summary.js";
import { describeHalfWidth, describeTarget } from "../summary/describe-precision.js";
import {
  boundClaim,
  drawsClaim,
  lossClaim,
  pathOf,
  percentileClaim,
  priceClaim,
  probabilityClaim,
  sufficientPriceClaim,
} from "./claims.js";
import { labelOf, type Subject, subjectOf } from "./figures/subject.js";
import { formatCount, formatValue, lowerFirst } from "./format.js";
import { isUncertain } from "./is-uncertain.js";
import { neverSeen } from "./never-seen.js";
import { claim, type Phrase, say, sentences } from "./phrase.js";

/** The first sentence of a report: the decision, in numbers. */
export function headline(summary: Summary): Phrase {
  const subject = subjectOf(summary);
  const { name, output, main, uncertain } = subject;
  if (output.undefined > 0) {
    const holes = claim(`outputs.${name}.undefined`, formatCount(output.undefined));
    return say`${output.label} has no finite value in ${holes} of ${drawsClaim(summary)} simulated futures`;
  }
  const median = percentileClaim(subject, "p50");
  if (!uncertain) {
    if (!main) return say`${output.label} is ${median}`;
    const covers = main.probability.value === 1;
    return say`${output.label} is ${median}: ${main.against} at ${priceClaim(summary, main)} ${covers ? coversText(subject) : fallsShortText(subject)}`;
  }
  if (!main) {
    const [p5, p95] = [percentileClaim(subject, "p5"), percentileClaim(subject, "p95")];
    return say`${output.label} is ${median} at the median, ${p5} to ${p95} in nine futures of ten`;
  }
  return priceHeadline(summary, subject, main);
}

function priceHeadline(
  summary: Summary,
  { isTokenCost, output }: Subject,
  main: BreakEven,
): Phrase {
  const price = priceClaim(summary, main);
  const { value } = main.probability;
  const all = say`${drawsClaim(summary)} simulated futures`;
  if (isTokenCost) {
    const known = neverSeen(main.probability, `${pathOf(summary, main)}.probability`, "rest");
    if (value === 1) return say`At ${price}, none of ${all} loses money${known}`;
    if (value === 0) return say`At ${price}, every one of ${all} loses money${known}`;
    if (main.tooClose) {
      return say`At ${price}, profit and loss are ${tooCloseText(summary, main.tooClose, `${pathOf(summary, main)}.tooClose`)}`;
    }
    return say`At ${price}, ${lossClaim(summary, main)} of simulated futures lose money`;
  }
  const label = lowerFirst(output.label);
  const known = neverSeen(main.probability, `${pathOf(summary, main)}.probability`);
  if (value === 1) return say`In all of ${all}${known} ${label} is at or below ${price}`;
  if (value === 0) return say`In none of ${all}${known} is ${label} at or below ${price}`;
  if (main.tooClose) {
    return say`Whether ${label} is at or below ${price} in most futures is ${tooCloseText(summary, main.tooClose, `${pathOf(summary, main)}.tooClose`)}`;
  }
  return say`In ${probabilityClaim(summary, main)} of simulated futures ${label} is at or below ${price}`;
}

/** That a run cannot tell on which side of a threshold a number lies, and how many draws would. */
export function tooCloseText(summary: Summary, { drawsToTell }: TooClose, path: string): Phrase {
  const close = say`too close to call at ${drawsClaim(summary)} draws`;
  if (drawsToTell === null) return say`${close}, and no number that would tell can be named`;
  return say`${close}; about ${claim(`${path}.drawsToTell`, formatCount(drawsToTell))} would tell`;
}

/** What the leading output comes to, in one sentence. */
export function rangeSentence(summary: Summary): Phrase {
  const subject = subjectOf(summary);
  const { output, uncertain } = subject;
  if (output.undefined > 0) {
    return say`Percentiles count futures without a finite value as above every number.`;
  }
  if (!uncertain) return say`Nothing in this scenario is uncertain.`;
  const [p5, p50, p95] = (["p5", "p50", "p95"] as const).map((name) =>
    percentileClaim(subject, name),
  );
  return say`${output.label} is ${p50} at the median and between ${p5} and ${p95} in nine futures of ten.`;
}

/** The input that moves the result most, and by how much; undefined where nothing is uncertain. */
export function driverSentence(summary: Summary): Phrase | undefined {
  const { name, output, drivers, uncertain } = subjectOf(summary);
  const [top] = drivers;
  if (!uncertain || !top || !Number.isFinite(top.low.value) || !Number.isFinite(top.high.value)) {
    return undefined;
  }
  const [low, high] = (["low", "high"] as const).map((end) =>
    claim(`sensitivity.${name}.0.${end}.value`, formatValue(top[end].value, output.unit)),
  );
  return say`${labelOf(summary, top.input)} matters most: its lowest tenth gives ${low} at the median, its highest ${high}.`;
}

/** The price that would suffice nine times in ten; undefined where nothing is uncertain. */
export function sufficientPriceSentence(summary: Summary): Phrase | undefined {
  const subject = subjectOf(summary);
  const { output, uncertain, isTokenCost } = subject;
  if (!uncertain || output.undefined > 0) return undefined;
  const price = sufficientPriceClaim(subject, 0.9);
  return isTokenCost
    ? say`To cover the cost in 90% of futures a price of ${price} is needed.`
    : say`In 90% of futures it stays at or below ${price}.`;
}

/** A probability with its interval: `59% (58.9% to 59.6%)`. */
export function probabilityWithInterval(summary: Summary, comparison: BreakEven): Phrase {
  const { low, high } = comparison.probability;
  const share = probabilityClaim(summary, comparison);
  if (low === high) return say`${share}`;
  const from = boundClaim(summary, comparison, "low", "suffices");
  const to = boundClaim(summary, comparison, "high", "suffices");
  return from.text === to.text ? say`${share} (${from})` : say`${share} (${from} to ${to})`;
}

/** Measured over 1,000 runs for each of three designs and nine targets: docs/decisions/0012. */
const STOPPING =
  "A run is likelier to stop when its interval is narrow by chance, so that interval is slightly too narrow: in tests it held the truth in 90% to 96% of runs.";

/** How the draws were made, for the method section and the memo. */
export function methodSentence(summary: Summary): Phrase {
  const { run, correlations } = summary;
  const how = methodText(run);
  if (!isUncertain(summary)) {
    return say`${drawsClaim(summary)} futures were simulated by ${how}, seed ${run.seed}; they are all alike, for no input is uncertain.`;
  }
  const joined = correlations.filter(({ applied }) => applied !== 0).length;
  const dependence =
    joined === 0
      ? "All inputs are taken as independent of each other."
      : `Inputs are independent of each other but for ${joined === 1 ? "one pair" : `${joined} pairs`} joined by a Gaussian copula.`;
  const precision = precisionSentence(summary);
  return sentences([
    say`${drawsClaim(summary)} futures were simulated by ${how}, seed ${run.seed}.`,
    ...(precision === undefined ? [] : [say`${precision}`, say`${STOPPING}`]),
    say`${dependence}`,
  ]);
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
export function joined(parts: readonly string[], last: "and" | "or" = "and"): string {
  return parts.length < 2
    ? parts.join("")
    : `${parts.slice(0, -1).join(", ")} ${last} ${parts.at(-1)!}`;
}

function coversText({ isTokenCost }: Subject): string {
  return isTokenCost ? "covers it" : "is at or above it";
}

function fallsShortText({ isTokenCost }: Subject): string {
  return isTokenCost ? "does not cover it" : "is below it";
}
