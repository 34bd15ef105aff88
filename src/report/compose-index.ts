import { spreadOf } from "../comparison/spread.js";
import type { Summary } from "../summary/summary.js";
import { html, type Markup } from "./escape.js";
import { indexRow, type IndexEntry, type IndexRow } from "./index/index-row.js";
import { indexTable } from "./index/index-table.js";
import { indexTitle } from "./index/index-title.js";
import type { History } from "./index/history.js";
import { orderRows } from "./index/order-rows.js";
import type { RunLine } from "./index/run-line.js";
import { sharedAxis } from "./one-axis/axis-rows.js";
import { oneAxisFigure } from "./one-axis/one-axis.js";
import { page } from "./page.js";
import { pageScript } from "./page-script.js";
import { type DrawSvg, loadDrawSvg } from "./render/draw-svg.js";
import { type DrawnFigure, drawFigure } from "./render/render-figure.js";
import type { ReportFile } from "./report-file.js";
import { oneFigure } from "./sections/figure.js";
import { section } from "./sections/section.js";

/**
 * `index.html` and `index.json`: one row a scenario, riskiest first, and every scenario on one axis;
 * readable without scripts, which sort, filter and hide rows.
 *
 * @param history of the folder; every entry is held against its run before
 * @param draw from a report of the same process; loading it takes a quarter of a second
 */
export async function composeIndex(
  entries: readonly IndexEntry[],
  history: History = { lines: [], unreadable: 0 },
  draw?: DrawSvg,
): Promise<readonly ReportFile[]> {
  const runs = byScenario(history.lines);
  const rows = orderRows(
    entries.map((entry) => indexRow(entry, runs.get(entry.summary.scenario) ?? [])),
  );
  const table = rows.length === 0 ? html`<p>No reports in this folder.</p>` : indexTable(rows);
  const drawn = await oneAxis(
    entries.map(({ summary }) => summary),
    draw,
  );
  const body = html`<header>
      <p class="kicker">Breakeven</p>
      <h1>${indexTitle(rows)}</h1>
    </header>
    ${table}${unreadableNote(history)}${section("one-axis", "On one axis", drawn.map(oneFigure))}`;
  const scripts = rows.length === 0 ? [] : [pageScript("index-table")];
  return [
    { path: "index.html", content: page(indexTitle(rows), body, { scripts, broad: true }) },
    { path: "index.json", content: indexJson(rows, history) },
  ];
}

function byScenario(lines: readonly RunLine[]): ReadonlyMap<string, readonly RunLine[]> {
  const runs = new Map<string, RunLine[]>();
  for (const line of lines) {
    const known = runs.get(line.scenario);
    if (known) known.push(line);
    else runs.set(line.scenario, [line]);
  }
  return runs;
}

async function oneAxis(
  summaries: readonly Summary[],
  draw: DrawSvg | undefined,
): Promise<readonly DrawnFigure[]> {
  const shared = sharedAxis(summaries);
  if (!shared) return [];
  const answers = shared.rows.flatMap(({ summary }) => summary.point ?? []);
  const figure = oneAxisFigure(shared, spreadOf(answers));
  return [await drawFigure(figure, draw ?? (await loadDrawSvg()))];
}

function unreadableNote({ unreadable }: History): Markup | undefined {
  if (unreadable === 0) return undefined;
  const lines =
    unreadable === 1 ? "One line of history.jsonl is" : `${unreadable} lines of history.jsonl are`;
  return html`<p class="note">
    ${lines} not to be read, as after a crash while writing: left in the file, passed over here.
  </p> `;
}

/** `index.json`: the rows as data, in the order of the page. */
function indexJson(rows: readonly IndexRow[], { lines, unreadable }: History): string {
  const history = { runs: lines.length, unreadable };
  return `${JSON.stringify({ format: "breakeven/index/1", history, rows }, null, 2)}\n`;
}
