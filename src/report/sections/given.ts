import type { GivenCondition } from "../../summary/given.js";
import type { Summary } from "../../summary/summary.js";
import { betWords, pointsAbove } from "../bet.js";
import { formatPoints } from "../comparison/wording.js";
import { html, type Markup } from "../escape.js";
import { formatCount, formatNumber, formatProbability } from "../format.js";
import { givenSentences } from "../given-sentences.js";
import { claim, phraseMarkup } from "../phrase.js";
import { section } from "./figure.js";
import { tableOf } from "./table.js";

/** The leading output in the futures in which each condition of the scenario holds. */
export function given(summary: Summary): Markup | undefined {
  if (!summary.given) return undefined;
  const unknown = summary.given.reduce((sum, condition) => sum + condition.undefined, 0);
  const left =
    unknown === 0
      ? ""
      : ` Draws in which what a condition compares is not a number are left out: ${formatCount(unknown)} in all.`;
  return section("Given that", [
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
  const rows = conditions.map((condition, k) => [
    condition.name,
    condition.formula,
    html`${printed(`given.${k}.share.value`, formatProbability(condition.share.value))}<br /><span
        class="note"
        >${formatCount(condition.draws)} draws</span
      >`,
    ...found(condition, `given.${k}.found`, unit, words !== undefined),
  ]);
  const columns = [
    { title: "Given" },
    { title: "Condition", kind: "wrap" as const },
    { title: "Futures", kind: "number" as const },
    ...(words
      ? [
          { title: words.column, kind: "number" as const },
          { title: "Points", kind: "number" as const },
        ]
      : []),
    { title: "Median", kind: "number" as const },
    { title: "P5 – P95", kind: "number" as const },
  ];
  return tableOf(
    `${label} (${unit}) among the futures in which each condition holds`,
    columns,
    rows,
  );
}

function found(
  { found: some }: GivenCondition,
  path: string,
  unit: string,
  priced: boolean,
): readonly (string | Markup)[] {
  if (!some) return ["too few", ...new Array<string>(priced ? 3 : 1).fill("")];
  return [
    ...(priced
      ? [
          printed(`1 - ${path}.probability.value`, formatProbability(1 - some.probability!.value)),
          formatPoints(pointsAbove(some.difference!)),
        ]
      : []),
    printed(`${path}.p50.value`, formatNumber(some.p50.value, unit)),
    html`${formatNumber(some.p5.value, unit)} – ${formatNumber(some.p95.value, unit)}`,
  ];
}

function printed(of: string, text: string): Markup {
  return phraseMarkup(claim(of, text));
}
