import type { KeyFigure } from "../summary/since.js";
import type { Summary } from "../summary/summary.js";
import { namedPrice } from "./claims.js";
import { subjectOf } from "./figures/subject.js";
import { formatProbability, formatValue } from "./format.js";
import { type Phrase, say } from "./phrase.js";

/** What a key figure is called, in cards and tables. */
export function figureLabel(summary: Summary, figure: KeyFigure): Phrase {
  const { main, uncertain, output, isTokenCost } = subjectOf(summary);
  switch (figure) {
    case "excess":
      return say`chance of ${isTokenCost ? "loss at" : "exceeding"} ${main && namedPrice(summary, main)}`;
    case "median":
      return say`${uncertain ? "median" : output.label}`;
    case "p5":
      return say`low end of nine futures in ten`;
    case "p95":
      return say`high end of nine futures in ten`;
    case "p90":
      return say`enough in 90% of futures`;
    case "worstTwentieth":
      return say`mean of the ${isTokenCost ? "costliest" : "highest"} twentieth`;
  }
}

/** A value of it as its card prints it. */
export function figureText(summary: Summary, figure: KeyFigure, value: number): string {
  if (figure === "excess") return formatProbability(value);
  return formatValue(value, subjectOf(summary).output.unit);
}
