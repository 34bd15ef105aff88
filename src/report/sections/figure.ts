import { html, type Markup, trusted } from "../escape.js";
import { formatNumber } from "../format.js";
import type { DrawnFigure } from "../render/render-figure.js";
import { unbroken } from "../unbroken.js";
import { tableOf } from "./table.js";

/** Gives the chart of that id as it stands in a page; undefined where the report has none. */
export type Show = (id: string) => Markup | undefined;

/** Every chart of a page, for the sections to place. */
export function figureSlots(rendered: readonly DrawnFigure[]): Show {
  const byId = new Map(rendered.map((one) => [one.figure.id, one]));
  return (id) => {
    const found = byId.get(id);
    return found && html`${oneFigure(found)}${filesOf(id)}`;
  };
}

/** A chart under the sentence it shows, its numbers below. */
export function oneFigure({ figure, inlineWide, inlineNarrow }: DrawnFigure): Markup {
  const { table } = figure;
  const columns = table.columns.map((title, k) =>
    k === 0 ? { title } : { title, kind: "number" as const },
  );
  const rows = (table.excerpt ?? table.rows).map((cells) =>
    cells.map((cell) => (typeof cell === "number" ? formatNumber(cell, "1") : cell)),
  );
  return html`<h3>${unbroken(figure.title)}</h3>
    <p class="caption">${figure.caption}</p>
    <figure>
      <div class="wide">${trusted(inlineWide)}</div>
      <div class="narrow">${trusted(inlineNarrow)}</div>
    </figure>
    <details>
      <summary>The numbers of this figure</summary>
      ${tableOf(figure.title, columns, rows)}
    </details> `;
}

const FILES = { csv: "all its numbers", svg: "drawing", png: "picture", "vl.json": "Vega-Lite" };

/** Where the figure stands as files, beside the page. */
function filesOf(id: string): Markup {
  const links = Object.entries(FILES).map(
    ([ending, what]) => html`<a href="figures/${id}.${ending}">${what}</a> `,
  );
  return html`<p class="files">${links}</p>`;
}
