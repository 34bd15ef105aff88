import { csv } from "./escape.js";
import type { RenderedFigure } from "./render/render-figure.js";
import type { ReportFile } from "./report-file.js";

/** A figure as its specification, its drawing, its picture and its numbers. */
export function figureFiles({ figure, svg, png }: RenderedFigure): readonly ReportFile[] {
  const { id, wide, table } = figure;
  return [
    { path: `figures/${id}.vl.json`, content: `${JSON.stringify(wide, null, 2)}\n` },
    { path: `figures/${id}.svg`, content: svg },
    { path: `figures/${id}.png`, content: png },
    { path: `figures/${id}.csv`, content: csv(table.columns, table.rows) },
  ];
}
