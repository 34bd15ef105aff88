import type { BreakEven, OutputSummary, Summary } from "../summary/summary.js";
import { subjectOf } from "./figures/subject.js";
import { claim, type Phrase, say } from "./phrase.js";
import { priceForProbability } from "./price-for-probability.js";

/** Futures that a share is told in: as many as the dots of the first figure. */
export const FUTURES = 50;

/** Fifty equally likely futures of an output, ascending: the middles of fiftieths. */
export function fiftyFutures(output: OutputSummary): readonly number[] {
  return Array.from({ length: FUTURES }, (_, k) =>
    priceForProbability(output, (2 * k + 1) / (2 * FUTURES)),
  );
}

/** How many of the fifty lie above a price. */
export function fiftiethsAbove(output: OutputSummary, price: number): number {
  return fiftyFutures(output).filter((value) => value > price).length;
}

/** `about 21 in 50`: a share of futures as a frequency, the same as the dots show. */
export function inFifty(summary: Summary, price: BreakEven, of: "suffices" | "loses"): Phrase {
  const above = fiftiethsAbove(summary.outputs[price.output]!, price.price);
  const count = of === "loses" ? above : FUTURES - above;
  const frequency = (shown: number): Phrase => [
    claim(`outputs.${price.output}.curve.value`, `${shown} in ${FUTURES}`),
  ];
  if (count === 0) return say`fewer than ${frequency(1)}`;
  if (count === FUTURES) return say`more than ${frequency(FUTURES - 1)}`;
  return say`about ${frequency(count)}`;
}

/** The headline's share as a frequency; undefined where it states none. */
export function frequencySentence(summary: Summary): Phrase | undefined {
  const { main, uncertain, output, isTokenCost } = subjectOf(summary);
  if (!main || !uncertain || output.undefined > 0 || main.tooClose) return undefined;
  const { value } = main.probability;
  if (value === 0 || value === 1) return undefined;
  return say`That is ${inFifty(summary, main, isTokenCost ? "loses" : "suffices")}.`;
}
