import type { Interval } from "../../statistics/estimate.js";
import type { KeyFigure, Since } from "../../summary/since.js";
import type { Summary } from "../../summary/summary.js";
import { html, type Markup } from "../escape.js";
import { subjectOf } from "../figures/subject.js";
import { formatCount, formatNumber, formatValue } from "../format.js";
import { formatTenths } from "../format-tenths.js";
import { figureLabel, figureText } from "../key-figure.js";
import { claim, phraseMarkup, plainText } from "../phrase.js";
import type { Provenance } from "../provenance.js";
import { type Section, section } from "../sections/section.js";
import { tableOf } from "../sections/table.js";
import { sinceNotes } from "./since-notes.js";
import { sinceSentence } from "./since-sentence.js";

/** What the cards' changes are, with errors and what these leave out; undefined without an earlier run. */
export function sinceSection(summary: Summary, provenance: Provenance): Section | undefined {
  const { since } = summary;
  if (!since) return undefined;
  return section("since", "Since an earlier run", [
    differences(summary, since) ?? html`<p>${phraseMarkup(sinceSentence(summary))}</p> `,
    pageSentence(since),
    html`<p>${sinceNotes(summary, provenance).join(" ")}</p> `,
    html`<p class="note">${identity(since)}</p> `,
  ]);
}

/** Where the two scenarios are compared, or why they are not. */
function pageSentence({ page }: Since): Markup | undefined {
  if (!page) return undefined;
  if ("leftOut" in page) {
    return html`<p>No page compares the two scenarios: ${page.leftOut}.</p> `;
  }
  return html`<p>
    <a href="${page.path}">What explains the difference</a>, both simulated once more in the same
    futures.
  </p> `;
}

/** What this run found stands on the cards. */
function differences(summary: Summary, { figures }: Since): Markup | undefined {
  const { unit } = subjectOf(summary).output;
  const rows = Object.entries(figures).map(([name, { before, difference }]) => {
    const figure = name as KeyFigure;
    const was = figureText(summary, figure, before.value);
    return [
      plainText(figureLabel(summary, figure)),
      phraseMarkup(claim(`since.figures.${name}.before.value`, was)),
      differenceCell(figure, difference, unit),
    ];
  });
  if (rows.length === 0) return undefined;
  const columns = [
    { title: "Figure" },
    { title: "Earlier run", kind: "number" as const },
    { title: "Difference", kind: "number" as const },
  ];
  return tableOf("This run less the earlier one, with 95% intervals", columns, rows);
}

/** Signed, and beneath it its 95% interval. */
function differenceCell(figure: KeyFigure, difference: Interval, unit: string): Markup {
  const { value, low, high } = difference;
  const isShare = figure === "excess";
  const [from, to] = [low, high].map((end) =>
    isShare ? formatTenths(end) : formatNumber(end, unit),
  );
  const amount = isShare ? `${formatTenths(value)} points` : formatValue(value, unit);
  const interval = from === to ? "" : `${from!} to ${to!}`;
  return html`${value > 0 ? "+" : ""}${amount}<br /><span class="note">${interval}</span>`;
}

/** The earlier run, as far as it is known; its scenario's hash is in `summary.json`. */
function identity({ run }: Since): string {
  const parts = [
    `${run.scenario}${run.id === undefined ? "" : `, run ${run.id}`}`,
    `${formatCount(run.draws)} draws (${run.method}, seed ${run.seed})`,
    run.version && `Breakeven ${run.version}`,
  ];
  return `The earlier run: ${parts.filter(Boolean).join("; ")}. To make this page again, keep it.`;
}
