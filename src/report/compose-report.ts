import type { Summary } from "../summary/summary.js";
import { html } from "./escape.js";
import { figureFiles } from "./figure-files.js";
import { figuresOf } from "./figures/figures-of.js";
import { markdown } from "./memo/markdown.js";
import { memoBlocks } from "./memo/memo-blocks.js";
import { lookOf } from "./look-of.js";
import { page } from "./page.js";
import type { Provenance } from "./provenance.js";
import { type DrawSvg, loadDrawSvg } from "./render/draw-svg.js";
import { type RenderedFigure, renderFigure } from "./render/render-figure.js";
import type { ReportFile } from "./report-file.js";
import { assumptions } from "./sections/assumptions.js";
import { method, reproduce } from "./sections/method.js";
import { opening } from "./sections/opening.js";
import { drivers, figures, percentiles, prices } from "./sections/results.js";
import { sensitivityCsv } from "./sensitivity-csv.js";
import { headline } from "./sentences.js";
import { serializeSummary } from "./summary-json.js";
import { percentilesCsv } from "./tables.js";
import { workbook } from "./workbook/workbook.js";

/**
 * Every file of a report but `run.json`, in memory. The same summary and provenance give the same
 * bytes.
 *
 * @param draw from an earlier report of the same process; loading it takes a quarter of a second
 */
export async function composeReport(
  summary: Summary,
  provenance: Provenance,
  draw?: DrawSvg,
): Promise<readonly ReportFile[]> {
  const chosen = figuresOf(summary);
  const drawer = draw ?? (chosen.length > 0 ? await loadDrawSvg() : undefined);
  const rendered: RenderedFigure[] = [];
  for (const figure of chosen) rendered.push(await renderFigure(figure, drawer!));
  return [
    { path: "report.html", content: reportPage(summary, provenance, rendered) },
    { path: "memo.md", content: markdown(memoBlocks(summary, chosen, provenance)) },
    { path: "summary.json", content: serializeSummary(summary) },
    { path: "percentiles.csv", content: percentilesCsv(summary) },
    { path: "sensitivity.csv", content: sensitivityCsv(summary) },
    await workbook(summary, provenance),
    ...rendered.flatMap(figureFiles),
  ];
}

function reportPage(
  summary: Summary,
  provenance: Provenance,
  rendered: readonly RenderedFigure[],
): string {
  const body = html`${opening(summary)}${figures(rendered)}${prices(summary)}${percentiles(summary)}${drivers(summary)}${assumptions(summary)}${method(summary)}${reproduce(summary, provenance)}`;
  return page(`${summary.title}: ${headline(summary)}`, body, lookOf(summary, provenance));
}
