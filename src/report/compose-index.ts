import { spreadOf } from "../comparison/spread.js";
import type { Summary } from "../summary/summary.js";
import { html, type Markup, trusted } from "./escape.js";
import { labelOf, subjectOf } from "./figures/subject.js";
import { formatCount, formatProbability, formatValue } from "./format.js";
import { sharedAxis } from "./one-axis/axis-rows.js";
import { oneAxisFigure } from "./one-axis/one-axis.js";
import { plainText } from "./phrase.js";
import { page } from "./page.js";
import { type DrawSvg, loadDrawSvg } from "./render/draw-svg.js";
import { type RenderedFigure, renderFigure } from "./render/render-figure.js";
import type { ReportFile } from "./report-file.js";
import { oneFigure, section } from "./sections/figure.js";
import { tableOf } from "./sections/table.js";
import { joined, probabilityWithInterval } from "./sentences.js";

/** A report of the batch: its summary, and where it lies from the index. */
export interface IndexEntry {
  readonly summary: Summary;
  readonly path: string;
}

const BAR = { width: 150, height: 22 } as const;

/**
 * `index.html`: every scenario on one axis, and one row a scenario, readable without scripts.
 *
 * @param draw from a report of the same process; loading it takes a quarter of a second
 */
export async function composeIndex(
  entries: readonly IndexEntry[],
  draw?: DrawSvg,
): Promise<ReportFile> {
  const axes = logAxes(entries);
  const uncertainFirst = [true, false].flatMap((uncertain) =>
    entries.filter(({ summary }) => subjectOf(summary).uncertain === uncertain),
  );
  const rows = uncertainFirst.map(({ summary, path }) => {
    const { output, main, drivers, uncertain } = subjectOf(summary);
    const { p5, p50, p95 } = output.percentiles;
    const [top] = drivers;
    return [
      html`<a href="${path}">${summary.title}</a>`,
      main
        ? html`${plainText(probabilityWithInterval(summary, main))}<br /><span class="note"
              >${main.against}, ${formatValue(main.price, main.unit)}</span
            >`
        : "",
      formatValue(p50!.value, output.unit),
      html`${uncertain ? html`${formatValue(p5!.value, output.unit)} to ${formatValue(p95!.value, output.unit)}` : "fixed"}${band(axes.get(output.unit), p5!.value, p50!.value, p95!.value)}`,
      uncertain && top ? labelOf(summary, top.input) : "",
      verdict(summary),
      formatCount(summary.run.draws),
    ];
  });
  const columns = [
    { title: "Scenario", kind: "wrap" as const },
    { title: "First price suffices" },
    { title: "Median", kind: "number" as const },
    { title: "Nine futures in ten (logarithmic scale)" },
    { title: "Top driver" },
    { title: "Expectations" },
    { title: "Draws", kind: "number" as const },
  ];
  const title = indexTitle(entries);
  const table =
    entries.length === 0
      ? html`<p>No reports in this folder.</p>`
      : tableOf(
          "Uncertain scenarios, then point calculations, by name; bars of one unit share one axis",
          columns,
          rows,
        );
  const body = html`<header>
      <p class="kicker">Breakeven</p>
      <h1>${title}</h1>
    </header>
    ${section("On one axis", (await oneAxis(entries, draw)).map(oneFigure))}${table}`;
  return { path: "index.html", content: page(title, body) };
}

async function oneAxis(
  entries: readonly IndexEntry[],
  draw: DrawSvg | undefined,
): Promise<readonly RenderedFigure[]> {
  const shared = sharedAxis(entries.map(({ summary }) => summary));
  if (!shared) return [];
  const answers = shared.rows.flatMap(({ summary }) => summary.point ?? []);
  const figure = oneAxisFigure(shared, spreadOf(answers));
  return [await renderFigure(figure, draw ?? (await loadDrawSvg()))];
}

/** How many scenarios mostly lose money, and which is the safest. */
function indexTitle(entries: readonly IndexEntry[]): string {
  const compared = entries.flatMap(({ summary }) => {
    const { main, uncertain, isTokenCost } = subjectOf(summary);
    return main && uncertain && isTokenCost ? [{ title: summary.title, main }] : [];
  });
  if (compared.length === 0) {
    return `${formatCount(entries.length)} ${entries.length === 1 ? "report" : "reports"}`;
  }
  const losing = compared.filter(({ main }) => main.probability.value < 0.5).length;
  const best = Math.max(...compared.map(({ main }) => main.probability.value));
  const safest = compared.filter(({ main }) => main.probability.value === best);
  const names = joined(safest.map(({ title }) => title));
  const verb = losing === 1 ? "loses" : "lose";
  const safe =
    safest.length === 1
      ? `${names} is safest: its price suffices in ${formatProbability(best)}`
      : `${names} are safest`;
  return `${losing} of ${compared.length} token prices ${verb} money in most futures; ${safe}`;
}

function verdict({ expect }: Summary): Markup {
  const missed = expect.filter(({ met }) => !met).length;
  if (expect.length === 0) return html``;
  if (missed === 0) return html`<span class="profit">met</span> (${String(expect.length)})`;
  return html`<span class="loss">missed</span> (${String(missed)} of ${String(expect.length)})`;
}

interface LogAxis {
  readonly low: number;
  readonly high: number;
}

/** One axis a unit, over the 90% intervals of all scenarios measured in it. */
function logAxes(entries: readonly IndexEntry[]): ReadonlyMap<string, LogAxis> {
  const axes = new Map<string, LogAxis>();
  for (const { summary } of entries) {
    const { output } = subjectOf(summary);
    const low = output.percentiles["p5"]!.value;
    const high = output.percentiles["p95"]!.value;
    // Pure numbers have nothing in common but their unit.
    if (output.unit === "1" || !(low > 0) || !Number.isFinite(high)) continue;
    const known = axes.get(output.unit) ?? { low, high };
    axes.set(output.unit, { low: Math.min(low, known.low), high: Math.max(high, known.high) });
  }
  return axes;
}

function band(axis: LogAxis | undefined, p5: number, p50: number, p95: number): Markup | undefined {
  if (!axis || !(p5 > 0) || axis.low === axis.high) return undefined;
  const { width, height } = BAR;
  const at = (value: number): number =>
    4 +
    ((Math.log(value) - Math.log(axis.low)) / (Math.log(axis.high) - Math.log(axis.low))) *
      (width - 8);
  const [left, middle, right] = [p5, p50, p95].map(at) as [number, number, number];
  return trusted(
    `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">` +
      `<path d="M0 11H${width}" stroke="var(--rule)"/>` +
      `<path d="M${left.toFixed(1)} 11H${right.toFixed(1)}" stroke="var(--bandInner)" stroke-width="8"/>` +
      `<path d="M${middle.toFixed(1)} 3V19" stroke="var(--ink)" stroke-width="2.5"/></svg>`,
  );
}
