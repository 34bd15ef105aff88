import type { Summary } from "../../summary/summary.js";
import { mastheadLine } from "../masthead-line.js";
import { plainText } from "../phrase.js";
import type { Provenance } from "../provenance.js";
import { reproduceCommand } from "../sections/method.js";
import { headline, methodSentence, rangeSentence } from "../sentences.js";
import {
  type Cell,
  formulaCell,
  headerStyle,
  inputStyle,
  numberCell,
  type Style,
  textCell,
} from "./cells.js";
import type { ModelSheet } from "./model-sheet.js";
import type { Sheet } from "./sheet.js";

const WIDTHS = [44, 15, 15, 15, 15, 15, 16];
const CHARACTERS = WIDTHS.reduce((sum, width) => sum + width, 0);
const LINE = 15;

/** The answer, each output and each price; with a model, the base case and what it leaves are live. */
export function summarySheet(
  summary: Summary,
  provenance: Provenance,
  model: ModelSheet | undefined,
): Sheet {
  const { title, question, warnings, run } = summary;
  const top: Row[] = [
    [textCell(title, { fontWeight: "bold", fontSize: 14 })],
    paragraph(mastheadLine(summary, provenance)),
    paragraph(plainText(headline(summary)), { fontWeight: "bold" }),
    ...(question === undefined ? [] : [paragraph(question, { fontStyle: "italic" })]),
    paragraph(plainText(rangeSentence(summary))),
    [],
    ...outputRows(summary, model),
    [],
  ];
  return {
    name: "Summary",
    widths: WIDTHS,
    rows: [
      ...top,
      ...priceRows(summary, model, top.length + 1),
      paragraph(plainText(methodSentence(summary))),
      paragraph(
        "Shares and percentiles are of the simulated futures. Intervals are 95% confidence intervals of the simulation error alone; they do not cover wrong assumptions.",
      ),
      ...warnings.map((warning) => paragraph(warning)),
      paragraph(`Breakeven ${provenance.version}; scenario SHA-256 ${provenance.sha256}.`),
      paragraph(reproduceCommand(run, provenance)),
    ],
  };
}

function outputRows({ outputs, base }: Summary, model: ModelSheet | undefined): Row[] {
  const live = model ? ["Base case (live)"] : [];
  const header = ["Output", ...live, "P5", "Median", "P95", "Mean", "Unit"];
  return [
    header.map((title) => textCell(title, headerStyle)),
    ...Object.entries(outputs).map(([name, { label, unit, mean, percentiles }]) => [
      textCell(label, { wrap: true }),
      ...(model ? [formulaCell(model.valueOf(name), base!.values[name] ?? NaN)] : []),
      ...["p5", "p50", "p95"].map((p) => numberCell(percentiles[p as "p5"]!.value)),
      numberCell(mean?.value ?? NaN),
      textCell(unit),
    ]),
  ];
}

/** @param first the row that the table starts in, from 1 */
function priceRows(
  { breakEven, base }: Summary,
  model: ModelSheet | undefined,
  first: number,
): Row[] {
  if (breakEven.length === 0) return [];
  const live = model ? ["Price less base case (live)"] : [];
  const header = [
    "Price",
    "Amount",
    "Unit",
    "Share it suffices in",
    "at least",
    "at most",
    ...live,
  ];
  return [
    header.map((title) => textCell(title, headerStyle)),
    ...breakEven.map(({ against, price, unit, output, probability }, k): Row => {
      const share: Style = { format: "0.0%" };
      const left = price - (base?.values[output] ?? NaN);
      return [
        textCell(against, { wrap: true }),
        numberCell(price, model ? inputStyle : {}),
        textCell(unit),
        ...[probability.value, probability.low, probability.high].map((p) => numberCell(p, share)),
        ...(model ? [formulaCell(`B${first + 1 + k}-${model.valueOf(output)}`, left)] : []),
      ];
    }),
    [],
  ];
}

type Row = readonly (Cell | null)[];

/** Text across all columns, in a row high enough for it. */
function paragraph(text: string, style: Style = {}): Row {
  const lines = Math.ceil(text.length / CHARACTERS);
  const cell = textCell(text, { wrap: true, ...style });
  return [{ ...cell, columnSpan: WIDTHS.length, height: LINE * Math.max(1, lines) }];
}
