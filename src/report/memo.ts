import type { Summary } from "../summary/summary.js";
import { escapeMarkdown } from "./escape.js";
import type { Figure } from "./figures/figure.js";
import { labelOf, subjectOf } from "./figures/subject.js";
import { formatNumber, formatProbability, formatValue } from "./format.js";
import { phraseMarkdown, plainText, sentences } from "./phrase.js";
import type { Provenance } from "./provenance.js";
import { reproduceCommand } from "./sections/method.js";
import {
  driverSentence,
  headline,
  methodSentence,
  otherPricesSentence,
  probabilityWithInterval,
  rangeSentence,
  sufficientPriceSentence,
} from "./sentences.js";

const DRIVERS_SHOWN = 5;

/** `memo.md`: the report in one or two pages of plain Markdown, for an investor's file. */
export function memo(summary: Summary, figures: readonly Figure[], provenance: Provenance): string {
  const { version, sha256 } = provenance;
  const { question } = summary;
  const lede = [driverSentence, sufficientPriceSentence, otherPricesSentence].map((sentence) =>
    sentence(summary),
  );
  const parts = [
    `# ${escapeMarkdown(summary.title)}`,
    `**${phraseMarkdown(headline(summary))}.**`,
    ...(question === undefined ? [] : [`*${escapeMarkdown(question)}*`]),
    phraseMarkdown(sentences([rangeSentence(summary), ...lede])),
    ...figures.filter(({ id }) => /^0[14]/.test(id)).map(picture),
    ...figures
      .filter(({ id }) => id === "06-two-bands")
      .map(({ title }) => escapeMarkdown(`${title}.`)),
    ...priceTable(summary),
    ...percentileTable(summary),
    ...driverTable(summary),
    ...risks(summary),
    "## Method",
    phraseMarkdown(methodSentence(summary)),
    "Intervals are 95% confidence intervals of the simulation error alone; they do not cover wrong assumptions.",
    "## Sources",
    ...sources(summary),
    "## Reproduce",
    `    ${reproduceCommand(summary.run, provenance)}`,
    `Breakeven ${version}; scenario SHA-256 ${sha256}.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function picture({ id, title, alt }: Figure): string {
  return `![${escapeMarkdown(alt)}](figures/${id}.png)\n\n*${escapeMarkdown(title)}.*`;
}

function priceTable(summary: Summary): readonly string[] {
  const { breakEven } = summary;
  if (breakEven.length === 0) return [];
  const rows = breakEven.map((comparison) => [
    comparison.against,
    formatValue(comparison.price, comparison.unit),
    plainText(probabilityWithInterval(summary, comparison)),
  ]);
  return [
    "## How likely each price suffices",
    markdownTable(["Price", "Amount", "Share of futures"], rows),
  ];
}

function percentileTable({ outputs }: Summary): readonly string[] {
  const shown = ["p5", "p50", "p95"] as const;
  const rows = Object.values(outputs).map(({ label, unit, percentiles }) => [
    label,
    ...shown.map((name) => formatValue(percentiles[name]!.value, unit)),
  ]);
  return ["## Outputs", markdownTable(["Output", "P5", "Median", "P95"], rows)];
}

function driverTable(summary: Summary): readonly string[] {
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
  return ["## What drives it", markdownTable(header, rows)];
}

function risks(summary: Summary): readonly string[] {
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
  return ["## What could be wrong", lines.map((line) => `- ${escapeMarkdown(line)}`).join("\n")];
}

function sources({ assumptions, breakEven }: Summary): readonly string[] {
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
  if (lines.length === 0) return ["None given."];
  return [lines.map((line) => `- ${escapeMarkdown(line)}`).join("\n")];
}

function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  const rule = `| ${header.map((_, k) => (k === 0 ? "---" : "--:")).join(" | ")} |`;
  return [line(header), rule, ...rows.map(line)].join("\n");
}
