import type { Summary } from "../../summary/summary.js";
import type { Figure } from "../figures/figure.js";
import { labelOf, subjectOf } from "../figures/subject.js";
import { formatNumber, formatProbability, formatValue } from "../format.js";
import type { Provenance } from "../provenance.js";
import { reproduceCommand } from "../sections/method.js";
import type { Block } from "./block.js";
import {
  driverSentence,
  headline,
  methodSentence,
  otherPricesSentence,
  probabilityWithInterval,
  rangeSentence,
  sufficientPriceSentence,
} from "../sentences.js";

const DRIVERS_SHOWN = 5;

/** The report in one or two pages, for an investor's file. */
export function memoBlocks(
  summary: Summary,
  figures: readonly Figure[],
  provenance: Provenance,
): readonly Block[] {
  const { version, sha256 } = provenance;
  const { question } = summary;
  const lede = [driverSentence, sufficientPriceSentence, otherPricesSentence]
    .map((sentence) => sentence(summary))
    .filter((sentence) => sentence !== undefined);
  return [
    { kind: "title", text: summary.title },
    { kind: "paragraph", text: `${headline(summary)}.`, emphasis: "strong" },
    ...(question === undefined ? [] : [paragraph(question, "italic")]),
    paragraph([rangeSentence(summary), ...lede].join(" ")),
    ...figures
      .filter(({ id }) => /^0[14]/.test(id))
      .map(({ id, title, alt }): Block => ({ kind: "picture", id, title, alt })),
    ...figures.filter(({ id }) => id === "06-two-bands").map(({ title }) => paragraph(`${title}.`)),
    ...priceTable(summary),
    ...percentileTable(summary),
    ...driverTable(summary),
    ...risks(summary),
    { kind: "heading", text: "Method" },
    paragraph(methodSentence(summary)),
    paragraph(
      "Intervals are 95% confidence intervals of the simulation error alone; they do not cover wrong assumptions.",
    ),
    { kind: "heading", text: "Sources" },
    ...sources(summary),
    { kind: "heading", text: "Reproduce" },
    { kind: "code", text: reproduceCommand(summary.run, provenance) },
    paragraph(`Breakeven ${version}; scenario SHA-256 ${sha256}.`),
  ];
}

function paragraph(text: string, emphasis?: "strong" | "italic"): Block {
  return { kind: "paragraph", text, ...(emphasis === undefined ? {} : { emphasis }) };
}

function priceTable({ breakEven }: Summary): readonly Block[] {
  if (breakEven.length === 0) return [];
  const rows = breakEven.map((comparison) => [
    comparison.against,
    formatValue(comparison.price, comparison.unit),
    probabilityWithInterval(comparison),
  ]);
  return table("How likely each price suffices", ["Price", "Amount", "Share of futures"], rows);
}

function percentileTable({ outputs }: Summary): readonly Block[] {
  const shown = ["p5", "p50", "p95"] as const;
  const rows = Object.values(outputs).map(({ label, unit, percentiles }) => [
    label,
    ...shown.map((name) => formatValue(percentiles[name]!.value, unit)),
  ]);
  return table("Outputs", ["Output", "P5", "Median", "P95"], rows);
}

function driverTable(summary: Summary): readonly Block[] {
  const { output, drivers, main, uncertain } = subjectOf(summary);
  if (!uncertain || drivers.length === 0) return [];
  const rows = drivers.slice(0, DRIVERS_SHOWN).map(({ input, low, high, breakEven }) => {
    const bet = breakEven.find(({ against }) => against === main?.against);
    const odds = bet
      ? `${formatProbability(bet.low.value)} / ${formatProbability(bet.high.value)}`
      : "";
    const medians = `${formatNumber(low.value, output.unit)} / ${formatNumber(high.value, output.unit)}`;
    return [labelOf(summary, input), medians, ...(main ? [odds] : [])];
  });
  const header = [
    "Input",
    `Median in its lowest / highest tenth (${output.unit})`,
    ...(main ? [`${main.against} suffices`] : []),
  ];
  return table("What drives it", header, rows);
}

function risks(summary: Summary): readonly Block[] {
  const judged = summary.assumptions
    .filter(({ uncertain, grade }) => uncertain && (grade === "C" || grade === undefined))
    .map(({ label }) => label);
  const lines = [
    ...summary.warnings,
    ...(judged.length > 0
      ? [`Resting on judgement rather than on published numbers: ${judged.join(", ")}.`]
      : []),
  ];
  if (lines.length === 0) return [];
  return [
    { kind: "heading", text: "What could be wrong" },
    { kind: "list", items: lines },
  ];
}

function sources({ assumptions, breakEven }: Summary): readonly Block[] {
  const lines = [
    ...assumptions
      .filter(({ uncertain, source }) => uncertain && source !== undefined)
      .map(
        ({ label, source, grade }) =>
          `${label}${grade === undefined ? "" : ` (${grade})`}: ${source!}`,
      ),
    ...breakEven.flatMap(({ against, source }) =>
      source === undefined ? [] : [`${against}: ${source}`],
    ),
  ];
  return lines.length === 0 ? [paragraph("None given.")] : [{ kind: "list", items: lines }];
}

function table(
  title: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Block[] {
  return [
    { kind: "heading", text: title },
    { kind: "table", header, rows },
  ];
}
