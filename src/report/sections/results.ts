import type { Estimate, Interval } from "../../statistics/estimate.js";
import type { Summary, VarianceNote } from "../../summary/summary.js";
import { html, type Markup, trusted } from "../escape.js";
import { labelOf, subjectOf } from "../figures/subject.js";
import { formatCorrelation, formatNumber, formatProbability, formatValue } from "../format.js";
import type { RenderedFigure } from "../render/render-figure.js";
import { probabilityWithInterval } from "../sentences.js";
import { tableOf } from "./table.js";

/** The charts, each under the sentence it shows. */
export function figures(
  rendered: readonly RenderedFigure[],
  heading = "Results",
): Markup | undefined {
  if (rendered.length === 0) return undefined;
  return html`<section>
    <h2>${heading}</h2>
    ${rendered.map(oneFigure)}
  </section> `;
}

function oneFigure({ figure, inlineWide, inlineNarrow }: RenderedFigure): Markup {
  const columns = figure.table.columns.map((title, k) =>
    k === 0 ? { title } : { title, kind: "number" as const },
  );
  const rows = figure.table.rows.map((cells) =>
    cells.map((cell) => (typeof cell === "number" ? formatNumber(cell, "1") : cell)),
  );
  return html`<h3>${figure.title}</h3>
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

/** Break-even by price, for every output that has prices. */
export function prices(summary: Summary): Markup | undefined {
  const { breakEven, outputs } = summary;
  if (breakEven.length === 0) return undefined;
  const several = new Set(breakEven.map(({ output }) => output)).size > 1;
  const rows = breakEven.map((comparison) => [
    comparison.against,
    formatValue(comparison.price, comparison.unit),
    ...(several ? [outputs[comparison.output]!.label] : []),
    probabilityWithInterval(comparison),
    sourceCell(comparison.source),
  ]);
  const columns = [
    { title: "Price" },
    { title: "Amount", kind: "number" as const },
    ...(several ? [{ title: "Compared with" }] : []),
    { title: "Futures in which it suffices" },
    { title: "Source", kind: "wrap" as const },
  ];
  return html`<section>
    <h2>How likely each price suffices</h2>
    ${tableOf("Share of futures at or below each price, with the 95% interval of the simulation error", columns, rows)}
  </section> `;
}

/** Every output's percentiles with their intervals. */
export function percentiles({ outputs }: Summary): Markup {
  const shown = ["p5", "p25", "p50", "p75", "p95"] as const;
  const rows = Object.values(outputs).map(({ label, unit, mean, percentiles: found }) => [
    html`${label} (${unit})`,
    ...shown.map((name) => withInterval(found[name]!, unit)),
    mean === null ? "withheld" : withInterval(mean, unit),
  ]);
  const columns = [
    { title: "Output" },
    ...shown.map((name) => ({ title: name === "p50" ? "median" : name, kind: "number" as const })),
    { title: "mean", kind: "number" as const },
  ];
  return html`<section>
    <h2>Outputs</h2>
    ${tableOf("Percentiles and mean with 95% intervals of the simulation error", columns, rows)}
  </section> `;
}

function withInterval({ value, low, high }: Interval, unit: string): Markup {
  const interval = intervalText(formatNumber(low, unit), formatNumber(high, unit));
  return html`${formatNumber(value, unit)}<br /><span class="note">${interval}</span>`;
}

/** An interval; nothing where both ends print alike. */
function intervalText(low: string, high: string): string {
  return low === high ? "" : `${low} to ${high}`;
}

/** What moves the leading output, input by input. */
export function drivers(summary: Summary): Markup | undefined {
  const { name, output, drivers: ranked, main, uncertain } = subjectOf(summary);
  if (!uncertain || ranked.length === 0) return undefined;
  const shared = ranked.some(({ total }) => total !== undefined);
  const rows = ranked.map(({ input, rank, first, total, low, high, breakEven }) => {
    const bet = breakEven.find(({ against }) => against === main?.against);
    return [
      labelOf(summary, input),
      formatCorrelation(rank),
      ...(shared ? [shareCell(first), shareCell(total)] : []),
      formatNumber(low.value, output.unit),
      formatNumber(high.value, output.unit),
      ...(main
        ? [
            bet ? formatProbability(bet.low.value) : "",
            bet ? formatProbability(bet.high.value) : "",
          ]
        : []),
    ];
  });
  const columns = [
    { title: "Input" },
    { title: "Rank correlation", kind: "number" as const },
    ...(shared
      ? [
          { title: "Share alone", kind: "number" as const },
          { title: "Share with interactions", kind: "number" as const },
        ]
      : []),
    { title: "Median, lowest tenth", kind: "number" as const },
    { title: "Median, highest tenth", kind: "number" as const },
    ...(main
      ? [
          { title: "Suffices, lowest tenth", kind: "number" as const },
          { title: "Suffices, highest tenth", kind: "number" as const },
        ]
      : []),
  ];
  const caption = `${output.label} (${output.unit}) with each input in its lowest and highest tenth${main ? `; suffices: share of futures at or below ${main.against}` : ""}`;
  return html`<section>
    <h2>What drives it</h2>
    ${tableOf(caption, columns, rows)} ${varianceNote(summary.variance?.[name])}
  </section> `;
}

/** A share of variance with its standard error: `71% ± 2`. */
function shareCell(share: Estimate | undefined): string {
  if (share === undefined) return "";
  const digits = share.error < 0.005 ? 1 : 0;
  const text = (Math.abs(share.value) * 100).toFixed(digits);
  const sign = share.value < 0 && Number(text) !== 0 ? "\u2212" : "";
  return `${sign}${text}% ± ${(share.error * 100).toFixed(digits)}`;
}

/** What the shares are of, or why there are none. */
function varianceNote(note: VarianceNote | undefined): Markup | undefined {
  if (note === undefined) return undefined;
  if ("refused" in note) {
    return html`<p class="note">
      No shares of variance here: ${note.refused}. The command
      <code>breakeven sensitivity</code> says what can be said.
    </p> `;
  }
  const of = note.of === "logarithm" ? "the variance of its logarithm" : "its variance";
  const warning = note.warning === undefined ? "" : ` Beware: ${note.warning}.`;
  return html`<p class="note">
    Shares are of ${of}, which an input explains alone and with all its interactions, ± standard
    error.${warning}
  </p> `;
}

/** A source, linked where it is one address; its absence is said. */
export function sourceCell(source: string | undefined): Markup {
  if (source === undefined || source.trim() === "")
    return html`<span class="loss">no source</span>`;
  if (/^https?:\/\/[^\s"'<>]+$/.test(source)) {
    return html`<a href="${source}" rel="noreferrer">${source}</a>`;
  }
  return html`${source}`;
}
