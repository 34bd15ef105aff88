import type { Summary } from "../../summary/summary.js";
import { beliefSentence } from "../belief-sentence.js";
import { priceClaim } from "../claims.js";
import { decisionSentences } from "../decision-sentences.js";
import { decidingSentence, judgementSentence } from "../drivers-text.js";
import type { Figure } from "../figures/figure.js";
import { lowerFirst } from "../format.js";
import { givenSentences } from "../given-sentences.js";
import { frequencySentence } from "../in-fifty.js";
import { byRank, inputRanks } from "../input-ranks.js";
import { mastheadLine } from "../masthead-line.js";
import { otherPricesSentence } from "../other-prices-sentence.js";
import { overTimeSentences } from "../over-time-sentences.js";
import { say, sentences, type Text } from "../phrase.js";
import type { Provenance } from "../provenance.js";
import { reproduceCommand } from "../sections/method.js";
import type { Block } from "./block.js";
import {
  driverSentence,
  headline,
  methodSentence,
  probabilityWithInterval,
  rangeSentence,
  sufficientPriceSentence,
} from "../sentences.js";
import { sinceSentence } from "../since/since-sentence.js";
import { stressSentences } from "../stress-sentences.js";
import { caseBlocks, lossBlocks } from "./memo-cases.js";

const BELIEFS_SHOWN = 3;
const SOURCES_SHOWN = 6;
const INTERVALS =
  "Intervals are 95% confidence intervals of the simulation error alone; they do not cover wrong assumptions.";

/** The report in one or two pages, for an investor's file. */
export function memoBlocks(
  summary: Summary,
  figures: readonly Figure[],
  provenance: Provenance,
): readonly Block[] {
  const { version, sha256 } = provenance;
  const { question } = summary;
  const since = sinceSentence(summary);
  const answer = sentences([say`${headline(summary)}.`, frequencySentence(summary)]);
  const lede = [rangeSentence, driverSentence, sufficientPriceSentence, otherPricesSentence];
  return [
    { kind: "title", text: summary.title },
    paragraph(mastheadLine(summary, provenance)),
    paragraph(answer, "strong"),
    ...(question === undefined ? [] : [paragraph(question, "italic")]),
    paragraph(sentences(lede.map((sentence) => sentence(summary)))),
    ...(since === undefined ? [] : [paragraph(since)]),
    ...figures
      .filter(({ id }) => /^0[14]/.test(id))
      .map(({ id, title, alt }): Block => ({ kind: "picture", id, title, alt })),
    ...figures.filter(({ id }) => id === "06-two-bands").map(({ title }) => paragraph(`${title}.`)),
    ...priceTable(summary),
    ...caseBlocks(summary),
    ...drivers(summary),
    ...lossBlocks(summary),
    ...beliefs(summary),
    ...overTime(summary),
    ...questions(summary),
    ...risks(summary),
    { kind: "heading", text: "Method" },
    paragraph(sentences([methodSentence(summary), say`${INTERVALS}`])),
    { kind: "heading", text: "Sources" },
    ...sources(summary),
    { kind: "heading", text: "Reproduce" },
    { kind: "code", text: reproduceCommand(summary.run, provenance) },
    paragraph(`Breakeven ${version}; scenario SHA-256 ${sha256}.`),
  ];
}

function paragraph(text: Text, emphasis?: "strong" | "italic"): Block {
  return { kind: "paragraph", text, ...(emphasis === undefined ? {} : { emphasis }) };
}

function priceTable(summary: Summary): readonly Block[] {
  const { breakEven } = summary;
  if (breakEven.length === 0) return [];
  const rows = breakEven.map((comparison) => [
    comparison.against,
    priceClaim(summary, comparison),
    probabilityWithInterval(summary, comparison),
  ]);
  return table("How likely each price suffices", ["Price", "Amount", "Share of futures"], rows);
}

/** The figure above says how far; this, what decides. */
function drivers(summary: Summary): readonly Block[] {
  const text = sentences([decidingSentence(summary), judgementSentence(summary)]);
  return text.length === 0 ? [] : [{ kind: "heading", text: "What drives it" }, paragraph(text)];
}

/** What one would have to believe of the inputs that matter most. */
function beliefs(summary: Summary): readonly Block[] {
  const items = Array.from({ length: BELIEFS_SHOWN }, (_, k) => beliefSentence(summary, k)).filter(
    (sentence) => sentence !== undefined,
  );
  return list("What you would have to believe", items);
}

/** The years of operation, in sentences. */
function overTime(summary: Summary): readonly Block[] {
  const told = overTimeSentences(summary);
  return told ? [{ kind: "heading", text: "Over time" }, paragraph(told)] : [];
}

/** What the scenario asks beyond its prices: conditions, shocks and a decision, in sentences. */
function questions(summary: Summary): readonly Block[] {
  const told = [givenSentences, stressSentences, decisionSentences]
    .map((sentence) => sentence(summary))
    .filter((phrase) => phrase !== undefined);
  return list("What if, and what to find out first", told);
}

function risks(summary: Summary): readonly Block[] {
  const judged = summary.assumptions
    .filter(({ uncertain, grade }) => uncertain && (grade === "C" || grade === undefined))
    .map(({ label }) => lowerFirst(label));
  const lines = [
    ...summary.warnings,
    ...(judged.length > 0
      ? [`Resting on judgement rather than on published numbers: ${judged.join(", ")}.`]
      : []),
  ];
  return list("What could be wrong", lines);
}

/** Of the inputs that matter most and of the prices; the report has all. */
function sources(summary: Summary): readonly Block[] {
  const { assumptions, breakEven } = summary;
  const sourced = byRank(
    assumptions.filter(({ uncertain, source }) => uncertain && source !== undefined),
    inputRanks(summary),
  );
  const left = sourced.length - SOURCES_SHOWN;
  const items = [
    ...sourced
      .slice(0, SOURCES_SHOWN)
      .map(
        ({ label, source, grade }) =>
          `${label}${grade === undefined ? "" : ` (${grade})`}: ${source!}`,
      ),
    ...breakEven.flatMap(({ against, source }) =>
      source === undefined ? [] : [`${against}: ${source}`],
    ),
  ];
  if (items.length === 0) return [paragraph("None given.")];
  const more = `Those of ${left === 1 ? "another input" : `${left} further inputs`} are in the report.`;
  return [{ kind: "list", items: left > 0 ? [...items, more] : items }];
}

function list(text: string, items: readonly Text[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    { kind: "heading", text },
    { kind: "list", items },
  ];
}

function table(
  title: string,
  header: readonly string[],
  rows: readonly (readonly Text[])[],
): readonly Block[] {
  return [
    { kind: "heading", text: title },
    { kind: "table", header, rows },
  ];
}
