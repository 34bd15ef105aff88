import type { CaseInput } from "../../summary/cases.js";
import type { BreakEven, Summary } from "../../summary/summary.js";
import {
  casesSentence,
  hasBear,
  type NamedCase,
  namedCases,
  stackedSentence,
} from "../cases-sentence.js";
import { html, type Markup } from "../escape.js";
import { labelOf, subjectOf } from "../figures/subject.js";
import { formatNumber, formatProbability, formatValue } from "../format.js";
import { inputsByWeight } from "../inputs-by-weight.js";
import { claim, phraseMarkup } from "../phrase.js";
import { type Section, toldSection } from "./section.js";
import { tableOf } from "./table.js";

/** Inputs in the table; the others are folded away below it. */
const SHOWN = 8;

/** What the world looks like where the leading output is low, in the middle and high. */
export function cases(summary: Summary): Section | undefined {
  const sentence = casesSentence(summary);
  if (!sentence) return undefined;
  const order = inputsByWeight(summary);
  const rest = order.slice(SHOWN);
  return toldSection("cases", "Cases", sentence, [
    table(summary, order.slice(0, SHOWN), true),
    rest.length === 0
      ? undefined
      : html`<details>
          <summary>The other ${String(rest.length)} inputs in these cases</summary>
          ${table(summary, rest, false)}
        </details> `,
    html`<p class="note">
      A case is not every input at its worst. Its inputs are medians, with the range of the middle
      80%, over the futures within 2.5 percentiles of the case, so they need not multiply out to it
      exactly. ${phraseMarkup(stackedSentence(summary))}
    </p> `,
  ]);
}

function table(summary: Summary, inputs: readonly string[], withOutcome: boolean): Markup {
  const columns = namedCases(summary);
  const rows = inputs.map((input) => {
    const about = summary.assumptions.find(({ name }) => name === input);
    const unit = about?.unit ?? "1";
    return [
      html`${labelOf(summary, input)}${unit === "1" || about?.cases ? undefined : html` (${unit})`}`,
      ...columns.map((one) => inputCell(one, input, unit)),
    ];
  });
  return tableOf(
    withOutcome
      ? "Three cases and what the inputs are in them"
      : "Further inputs in the three cases",
    [
      { title: "Case" },
      ...columns.map(({ name, found }) => ({
        title: `${name} (P${found.percentile})`,
        kind: "number" as const,
      })),
    ],
    [...(withOutcome ? outcomeRows(summary, columns) : []), ...rows],
  );
}

function outcomeRows(
  summary: Summary,
  columns: readonly NamedCase[],
): readonly (readonly (string | Markup)[])[] {
  const { output, main } = subjectOf(summary);
  const bear = hasBear(summary);
  const values = columns.map(({ found, path }) =>
    phraseMarkup(claim(`${path}.value.value`, formatValue(found.value.value, output.unit))),
  );
  const worse = columns.map(({ found }) => formatProbability(1 - found.percentile / 100));
  return [
    [output.label, ...values],
    ...(bear ? [marginRow(main!, columns)] : []),
    [bear ? "Futures that are worse" : "Futures that are higher", ...worse],
  ].map(([name, ...cells]) => [html`<b>${name}</b>`, ...cells]);
}

function marginRow(
  { against, price, unit }: BreakEven,
  columns: readonly NamedCase[],
): readonly string[] {
  const left = columns.map(({ found }) => formatValue(price - found.value.value, unit));
  return [`Margin at ${against} (${formatValue(price, unit)})`, ...left];
}

function inputCell({ found }: NamedCase, input: string, unit: string): Markup {
  const one = found.inputs.find((held) => held.input === input)!;
  return html`${middleOf(one, unit)}<br /><span class="note">${spreadOf(one, unit)}</span>`;
}

function middleOf({ median, most }: CaseInput, unit: string): string {
  return most ? most.case : formatNumber(median.value, unit);
}

function spreadOf({ p10, p90, most }: CaseInput, unit: string): string {
  if (most) return `in ${formatProbability(most.share.value)}`;
  return `${formatNumber(p10, unit)} to ${formatNumber(p90, unit)}`;
}
