import type { Summary } from "../summary/summary.js";
import { html } from "./escape.js";
import { figureFiles } from "./figure-files.js";
import { figuresOf } from "./figures/figures-of.js";
import { memo } from "./memo.js";
import { page, type PageInsert } from "./page.js";
import { plainText } from "./phrase.js";
import type { Provenance } from "./provenance.js";
import { type DrawSvg, loadDrawSvg } from "./render/draw-svg.js";
import { type RenderedFigure, renderFigure } from "./render/render-figure.js";
import type { ReportFile } from "./report-file.js";
import { assumptions } from "./sections/assumptions.js";
import { method, reproduce } from "./sections/method.js";
import { opening } from "./sections/opening.js";
import { drivers } from "./sections/drivers.js";
import { figureSlots } from "./sections/figure.js";
import { percentiles, prices, results } from "./sections/results.js";
import { sensitivityCsv } from "./sensitivity-csv.js";
import { headline } from "./sentences.js";
import { serializeSummary } from "./summary-json.js";
import { percentilesCsv } from "./tables.js";

/**
 * Every file of a report but `run.json`, in memory. The same summary and provenance give the same
 * bytes.
 *
 * @param draw from an earlier report of the same process; loading it takes a quarter of a second
 * @param panel what lets a reader move the inputs, from `livePanel`; without it the page has no script
 */
export async function composeReport(
  summary: Summary,
  provenance: Provenance,
  draw?: DrawSvg,
  panel?: PageInsert,
): Promise<readonly ReportFile[]> {
  const chosen = figuresOf(summary);
  const drawer = draw ?? (chosen.length > 0 ? await loadDrawSvg() : undefined);
  const rendered: RenderedFigure[] = [];
  for (const figure of chosen) rendered.push(await renderFigure(figure, drawer!));
  return [
    { path: "report.html", content: reportPage(summary, provenance, rendered, panel) },
    { path: "memo.md", content: memo(summary, chosen, provenance) },
    { path: "summary.json", content: serializeSummary(summary) },
    { path: "percentiles.csv", content: percentilesCsv(summary) },
    { path: "sensitivity.csv", content: sensitivityCsv(summary) },
    ...rendered.flatMap(figureFiles),
  ];
}

function reportPage(
  summary: Summary,
  provenance: Provenance,
  rendered: readonly RenderedFigure[],
  panel: PageInsert | undefined,
): string {
  const show = figureSlots(rendered);
  const sections = [
    opening(summary),
    results(show),
    prices(summary),
    percentiles(summary),
    drivers(summary, show),
    panel?.section,
    assumptions(summary),
    method(summary, show),
    reproduce(summary, provenance),
  ].filter((section) => section !== undefined);
  return page(`${summary.title}: ${plainText(headline(summary))}`, html`${sections}`, panel);
}
