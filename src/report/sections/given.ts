import type { GivenCondition } from "../../summary/given.js";
import type { Summary } from "../../summary/summary.js";
import { betWords, pointsAbove } from "../bet.js";
import { formatPoints } from "../comparison/wording.js";
import { html, type Markup } from "../escape.js";
import { formatCount, formatProbability } from "../format.js";
import { givenSentences } from "../given-sentences.js";
import { claim, phraseMarkup } from "../phrase.js";
import { type Section, section } from "./section.js";
import { foundCells, foundColumns } from "./found-columns.js";
import { tableOf } from "./table.js";

/** The leading output in the futures in which each condition of the scenario holds. */
export function given(summary: Summary): Section | undefined {
  if (!summary.given) return undefined;
  const unknown = summary.given.reduce((sum, condition) => sum + condition.undefined, 0);
  const left =
    unknown === 0
      ? ""
      : ` Draws in which what a condition compares is not a number are left out: ${formatCount(unknown)} in all.`;
  return section("given", "Given that", [
    html`<p>${phraseMarkup(givenSentences(summary))}</p> `,
    conditionTable(summary),
    html`<p class="note">
      These are the draws of this run in which a condition happens to hold, with all that goes with
      it: not what making it hold would do.${left}
    </p> `,
  ]);
}

function conditionTable(summary: Summary): Markup {
  const conditions = summary.given!;
  const { label, unit } = summary.outputs[conditions[0]!.output]!;
  const words = betWords(summary);
  const blanks = foundColumns(words)
    .slice(1)
    .map(() => "");
  const cells = ({ found }: GivenCondition, path: string): readonly (string | Markup)[] => {
    if (!found) return ["too few", ...blanks];
    const points = found.difference ? formatPoints(pointsAbove(found.difference)) : "";
    return foundCells(found, path, points, unit);
  };
  const rows = conditions.map((condition, k) => [
    condition.name,
    condition.formula,
    html`${phraseMarkup(
        claim(`given.${k}.share.value`, formatProbability(condition.share.value)),
      )}<br /><span class="note">${formatCount(condition.draws)} draws</span>`,
    ...cells(condition, `given.${k}.found`),
  ]);
  const columns = [
    { title: "Given" },
    { title: "Condition", kind: "wrap" as const },
    { title: "Futures", kind: "number" as const },
    ...foundColumns(words),
  ];
  return tableOf(
    `${label} (${unit}) among the futures in which each condition holds`,
    columns,
    rows,
  );
}
