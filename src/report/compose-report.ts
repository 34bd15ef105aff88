import type { Summary } from "../summary/summary.js";
import { caseTables } from "./case-tables.js";
import { html } from "./escape.js";
import { figureFiles } from "./figure-files.js";
import { figuresOf } from "./figures/figures-of.js";
import { markdown } from "./memo/markdown.js";
import { memoBlocks } from "./memo/memo-blocks.js";
import { type InteractiveCharts, interactiveCharts } from "./interactive/interactive-charts.js";
import { lookOf } from "./look-of.js";
import { page, type PageInsert } from "./page.js";
import { pageScript } from "./page-script.js";
import { plainText } from "./phrase.js";
import type { Provenance } from "./provenance.js";
import { type DrawSvg, loadDrawSvg } from "./render/draw-svg.js";
import { type DrawnFigure, drawFigures, withPictures } from "./render/render-figure.js";
import { toPng } from "./render/to-png.js";
import type { ReportFile } from "./report-file.js";
import { questionFiles } from "./questions-csv.js";
import { assumptions } from "./sections/assumptions.js";
import { believe } from "./sections/believe.js";
import { decision } from "./sections/decision.js";
import { given } from "./sections/given.js";
import { method, reproduce } from "./sections/method.js";
import { cases } from "./sections/cases.js";
import { losses } from "./sections/losses.js";
import { overTime } from "./sections/over-time.js";
import { margin } from "./sections/margin.js";
import { opening } from "./sections/opening.js";
import { drivers } from "./sections/drivers.js";
import { figureSlots } from "./sections/figure.js";
import { percentiles, prices, results } from "./sections/results.js";
import { contents } from "./sections/section.js";
import { stack } from "./sections/stack.js";
import { stress } from "./sections/stress.js";
import { sinceSection } from "./since/since-section.js";
import { sensitivityCsv } from "./sensitivity-csv.js";
import { headline } from "./sentences.js";
import { serializeSummary } from "./summary-json.js";
import { percentilesCsv } from "./tables.js";
import { workbook } from "./workbook/workbook.js";

/** What a report is made of that can be made on another thread meanwhile. */
export interface ReportParts {
  readonly png: typeof toPng;
  readonly workbook: typeof workbook;
}

/**
 * Every file of a report but `run.json`, in memory. The same summary and provenance give the same
 * bytes.
 *
 * @param draw from an earlier report of the same process; loading it takes a tenth of a second
 * @param panel what lets a reader move the inputs, from `livePanel`; without it the page only sorts tables
 * @param parts made where the caller wishes; here if absent
 */
export async function composeReport(
  summary: Summary,
  provenance: Provenance,
  draw?: DrawSvg,
  panel?: PageInsert,
  parts: ReportParts = { png: toPng, workbook },
): Promise<readonly ReportFile[]> {
  const chosen = figuresOf(summary);
  const drawer = draw ?? (chosen.length > 0 ? await loadDrawSvg() : undefined);
  const [book, drawn] = await Promise.all([
    parts.workbook(summary, provenance),
    drawer ? drawFigures(chosen, drawer, parts.png) : [],
  ]);
  const charts = provenance.interactiveCharts ? await interactiveCharts(chosen) : undefined;
  const texts = [
    { path: "report.html", content: reportPage(summary, provenance, drawn, { panel, charts }) },
    { path: "memo.md", content: markdown(memoBlocks(summary, chosen, provenance)) },
    { path: "summary.json", content: serializeSummary(summary) },
    { path: "percentiles.csv", content: percentilesCsv(summary) },
    { path: "sensitivity.csv", content: sensitivityCsv(summary) },
    ...caseTables(summary),
    ...questionFiles(summary),
  ];
  return [
    ...texts,
    { path: "workbook.xlsx", content: book },
    ...(await withPictures(drawn)).flatMap(figureFiles),
  ];
}

function reportPage(
  summary: Summary,
  provenance: Provenance,
  drawn: readonly DrawnFigure[],
  {
    panel,
    charts,
  }: { readonly panel: PageInsert | undefined; readonly charts: InteractiveCharts | undefined },
): string {
  const show = figureSlots(drawn);
  const sections = [
    results(show),
    prices(summary),
    percentiles(summary),
    sinceSection(summary, provenance),
    margin(summary, show),
    cases(summary),
    drivers(summary, show),
    losses(summary),
    believe(summary),
    stack(summary, show),
    overTime(summary, show),
    given(summary),
    stress(summary),
    decision(summary),
    panel?.section,
    assumptions(summary),
    method(summary, show),
    reproduce(summary, provenance),
  ].filter((section) => section !== undefined);
  const answer = plainText(headline(summary));
  const title = `${summary.title}: ${answer}`;
  const body = html`${opening(summary, provenance)}${contents(sections)}${sections}${charts?.markup}`;
  const inserts = [panel, charts].filter((insert) => insert !== undefined);
  const look = { ...lookOf(summary, provenance), inserts, description: `${answer}.` };
  return page(title, body, { ...look, scripts: [pageScript("sort-tables")] });
}
