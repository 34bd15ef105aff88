import type { StressedOutput } from "../../summary/stress.js";
import type { BetWords } from "../bet.js";
import { html, type Markup } from "../escape.js";
import { formatNumber, formatProbability } from "../format.js";
import { claim, phraseMarkup } from "../phrase.js";
import type { Column } from "./table.js";

/** The heads of `foundCells`. */
export function foundColumns(words: BetWords | undefined): readonly Column[] {
  return [
    ...(words
      ? [
          { title: words.column, kind: "number" as const },
          { title: "Points", kind: "number" as const },
        ]
      : []),
    { title: "Median", kind: "number" },
    { title: "P5 – P95", kind: "number" },
  ];
}

/**
 * @param path where `found` stands in the summary
 * @param points by how much the chance differs, as printed
 */
export function foundCells(
  { probability, p5, p50, p95 }: StressedOutput,
  path: string,
  points: string,
  unit: string,
): readonly (string | Markup)[] {
  return [
    ...(probability
      ? [
          phraseMarkup(
            claim(`1 - ${path}.probability.value`, formatProbability(1 - probability.value)),
          ),
          points,
        ]
      : []),
    phraseMarkup(claim(`${path}.p50.value`, formatNumber(p50.value, unit))),
    html`${formatNumber(p5.value, unit)} – ${formatNumber(p95.value, unit)}`,
  ];
}
