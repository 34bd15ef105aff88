import type { Summary } from "../../summary/summary.js";
import { casesSentence, namedCases, stackedSentence } from "../cases-sentence.js";
import { labelOf, subjectOf } from "../figures/subject.js";
import { formatNumber, formatValue } from "../format.js";
import { boxSentence, lossesSentence } from "../losses-sentence.js";
import { inputsByWeight } from "../inputs-by-weight.js";
import { marginSentence } from "../margin-sentence.js";
import { type Phrase, say, sentences } from "../phrase.js";
import { stackSentence } from "../stack-sentence.js";
import type { Block } from "./block.js";

const INPUTS_SHOWN = 4;

/** The cases as a table; none where nothing is uncertain. */
export function caseBlocks(summary: Summary): readonly Block[] {
  const sentence = casesSentence(summary);
  if (!sentence) return [];
  const columns = namedCases(summary);
  const { output } = subjectOf(summary);
  const rows = inputsByWeight(summary)
    .slice(0, INPUTS_SHOWN)
    .map((input) => {
      const unit = summary.assumptions.find(({ name }) => name === input)?.unit ?? "1";
      const cells = columns.map(({ found }) => {
        const { median, most } = found.inputs.find((one) => one.input === input)!;
        return most?.case ?? formatNumber(median.value, unit);
      });
      return [`${labelOf(summary, input)}${unit === "1" ? "" : ` (${unit})`}`, ...cells];
    });
  const outcome = columns.map(({ found }) => formatValue(found.value.value, output.unit));
  const header = ["", ...columns.map(({ name, found }) => `${name} (P${found.percentile})`)];
  return [
    { kind: "heading", text: "Cases" },
    { kind: "table", header, rows: [[output.label, ...outcome], ...rows] },
    {
      kind: "paragraph",
      text: sentences([
        say`Inputs are medians of the futures near each case; they need not multiply out to it exactly.`,
        stackedSentence(summary),
      ]),
    },
  ];
}

/** What is left when the price suffices, what when it does not, and which futures those are. */
export function lossBlocks(summary: Summary): readonly Block[] {
  const ended = (phrase: Phrase | undefined): Phrase | undefined => phrase && say`${phrase}.`;
  const lines = [
    ended(marginSentence(summary)),
    boxSentence(summary) ?? ended(lossesSentence(summary)),
    ended(stackSentence(summary)),
  ].filter((line) => line !== undefined);
  if (lines.length === 0) return [];
  return [
    { kind: "heading", text: "What a future is made of" },
    { kind: "list", items: lines },
  ];
}
