import type { Comparison } from "../../comparison/comparison.js";
import { html } from "../escape.js";
import { figureFiles } from "../figure-files.js";
import { page } from "../page.js";
import type { Provenance } from "../provenance.js";
import { type DrawSvg, loadDrawSvg } from "../render/draw-svg.js";
import { renderFigures } from "../render/render-figure.js";
import type { ReportFile } from "../report-file.js";
import { oneFigure } from "../sections/figure.js";
import { section } from "../sections/section.js";
import { differenceSection } from "./difference-section.js";
import { inputsSection } from "./inputs-section.js";
import { factorsSection, methodSection, oddsSection, opening, reproduce } from "./sections.js";
import { comparisonHeadline } from "./sentences.js";
import { textSection } from "./text-section.js";
import { waterfallFigure } from "./waterfall.js";

/**
 * Every file of a comparison, in memory: a page, the comparison as JSON, the figure in four forms.
 *
 * @param sources the two scenarios
 * @param command that makes the same files again
 * @param draw from a report of the same process; loading it takes a tenth of a second
 */
export async function composeComparison(
  comparison: Comparison,
  sources: readonly Provenance[],
  command: string,
  draw?: DrawSvg,
): Promise<readonly ReportFile[]> {
  const figure = waterfallFigure(comparison);
  const rendered = figure ? await renderFigures([figure], draw ?? (await loadDrawSvg())) : [];
  const sections = [
    opening(comparison),
    section("results", "Results", rendered.map(oneFigure)),
    differenceSection(comparison),
    factorsSection(comparison),
    inputsSection(comparison),
    oddsSection(comparison),
    textSection(sources),
    methodSection(comparison),
    reproduce(sources, command),
  ].filter((one) => one !== undefined);
  return [
    { path: "comparison.html", content: page(comparisonHeadline(comparison), html`${sections}`) },
    { path: "comparison.json", content: `${JSON.stringify(comparison, null, 2)}\n` },
    ...rendered.flatMap(figureFiles),
  ];
}
