import type { Summary } from "../../summary/summary.js";
import { mastheadLine } from "../masthead-line.js";
import { plainText } from "../phrase.js";
import type { Provenance } from "../provenance.js";
import { reproduceCommand } from "../sections/method.js";
import { headline, methodSentence, rangeSentence } from "../sentences.js";
import {
  afterNumber,
  formulaCell,
  headerRow,
  inputStyle,
  numberCell,
  type Row,
  type Style,
  textCell,
} from "./cells.js";
import type { ModelSheet } from "./model-sheet.js";
import type { Sheet } from "./sheet.js";

const WIDTHS = [44, 18, 15, 15, 15, 15, 16];

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
    onePageWide: true,
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
  const rows = Object.entries(outputs).map(([name, { label, unit, mean, percentiles }]) => [
    textCell(label, { wrap: true }),
    ...(model ? [formulaCell(model.valueOf(name), base!.values[name] ?? NaN)] : []),
    ...["p5", "p50", "p95"].map((p) => numberCell(percentiles[p as "p5"]!.value)),
    numberCell(mean?.value ?? NaN),
    textCell(unit, afterNumber),
  ]);
  return [headerRow(header, rows), ...rows];
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
  const rows = breakEven.map(({ against, price, unit, output, probability }, k): Row => {
    const share: Style = { format: "0.0%" };
    const left = price - (base?.values[output] ?? NaN);
    return [
      textCell(against, { wrap: true }),
      numberCell(price, model ? inputStyle : {}),
      textCell(unit, afterNumber),
      ...[probability.value, probability.low, probability.high].map((p) => numberCell(p, share)),
      ...(model ? [formulaCell(`B${first + 1 + k}-${model.valueOf(output)}`, left)] : []),
    ];
  });
  return [headerRow(header, rows), ...rows, []];
}

/** Text across all columns. */
function paragraph(text: string, style: Style = {}): Row {
  return [textCell(text, { wrap: true, columnSpan: WIDTHS.length, ...style })];
}
