import type { Interval } from "../../statistics/estimate.js";
import type { KeyFigure, Since } from "../../summary/since.js";
import type { Summary } from "../../summary/summary.js";
import { formatDifference, formatPoints } from "../comparison/wording.js";
import { html, type Markup } from "../escape.js";
import { subjectOf } from "../figures/subject.js";
import { formatCount } from "../format.js";
import { figureLabel, figureText } from "../key-figure.js";
import { claim, phraseMarkup } from "../phrase.js";
import type { Provenance } from "../provenance.js";
import { type Section, section } from "../sections/section.js";
import { tableOf } from "../sections/table.js";
import { sinceNotes } from "./since-notes.js";
import { sinceSentence } from "./since-sentence.js";

/** What changed since the earlier run, with errors and what they leave out; undefined without one. */
export function sinceSection(summary: Summary, provenance: Provenance): Section | undefined {
  const { since } = summary;
  if (!since) return undefined;
  return section("since", "Since an earlier run", [
    html`<p>${phraseMarkup(sinceSentence(summary))} ${pageSentence(since)}</p> `,
    differences(summary, since),
    html`<p>${sinceNotes(summary, provenance).join(" ")}</p> `,
    html`<p class="note">${identity(since)}</p> `,
  ]);
}

/** Where the two scenarios are compared, or why they are not. */
function pageSentence({ page }: Since): Markup | undefined {
  if (!page) return undefined;
  if ("leftOut" in page) return html`No page compares the two scenarios: ${page.leftOut}.`;
  return html`<a href="${page.path}">What explains it</a>, factor by factor, both simulated once
    more in the same futures.`;
}

function differences(summary: Summary, { figures }: Since): Markup | undefined {
  const { unit } = subjectOf(summary).output;
  const rows = Object.entries(figures).map(([name, { before, now, difference }]) => {
    const figure = name as KeyFigure;
    const value = (run: "before" | "now", at: number): Markup =>
      phraseMarkup(claim(`since.figures.${name}.${run}.value`, figureText(summary, figure, at)));
    return [
      phraseMarkup(figureLabel(summary, figure)),
      value("before", before.value),
      value("now", now.value),
      differenceText(figure, difference, unit),
    ];
  });
  if (rows.length === 0) return undefined;
  const columns = [
    { title: "Figure" },
    ...["Earlier run", "This run", "Difference"].map((title) => {
      return { title, kind: "number" as const };
    }),
  ];
  return tableOf("Key figures of both runs; differences with 95% intervals", columns, rows);
}

/** Signed, with its 95% interval. */
function differenceText(figure: KeyFigure, difference: Interval, unit: string): string {
  if (figure === "excess") return `${formatPoints(difference)} points`;
  return `${difference.value > 0 ? "+" : ""}${formatDifference(difference, unit)}`;
}

/** The earlier run, as far as it is known. */
function identity({ run }: Since): string {
  const parts = [
    `${run.scenario}${run.id === undefined ? "" : `, run ${run.id}`}`,
    `${formatCount(run.draws)} draws (${run.method}, seed ${run.seed})`,
    run.version && `Breakeven ${run.version}`,
    run.sha256 && `scenario SHA-256 ${run.sha256}`,
  ];
  return `The earlier run: ${parts.filter(Boolean).join("; ")}. The same files come from the same command as long as it is kept.`;
}
