import type { Estimate } from "../../statistics/estimate.js";
import type { Summary, VarianceNote } from "../../summary/summary.js";
import { html, type Markup } from "../escape.js";
import { labelOf, subjectOf } from "../figures/subject.js";
import { formatCorrelation, formatNumber, formatProbability } from "../format.js";
import { decidingSentence, rankingsDiffer } from "../drivers-text.js";
import { phraseMarkup, sentences } from "../phrase.js";
import type { Show } from "./figure.js";
import { type Section, section } from "./section.js";
import { tableOf } from "./table.js";

/** What moves the leading output, input by input. */
export function drivers(summary: Summary, show: Show): Section | undefined {
  const { name } = subjectOf(summary);
  const text = sentences([decidingSentence(summary), rankingsDiffer(summary)]);
  return section("drivers", "What drives it", [
    text.length === 0 ? undefined : html`<p>${phraseMarkup(text)}</p> `,
    show("05-decision"),
    show("08-heat-map"),
    show("04-tornado"),
    show("09-spider"),
    driverTable(summary),
    statisticsTable(summary),
    varianceNote(summary.variance?.[name]),
  ]);
}

function driverTable(summary: Summary): Markup | undefined {
  const { output, drivers: ranked, main, uncertain } = subjectOf(summary);
  if (!uncertain || ranked.length === 0) return undefined;
  const shared = ranked.some(({ total }) => total !== undefined);
  const dealt = ranked.some(({ shapley }) => shapley !== undefined);
  const rows = ranked.map(({ input, rank, first, total, shapley, low, high, breakEven }) => {
    const bet = breakEven.find(({ against }) => against === main?.against);
    return [
      labelOf(summary, input),
      formatCorrelation(rank),
      ...(shared ? [shareCell(first), shareCell(total)] : []),
      ...(dealt ? [shareCell(shapley)] : []),
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
    ...(dealt ? [{ title: "Share of variance", kind: "number" as const }] : []),
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
  return tableOf(caption, columns, rows);
}

/** What the tenths of each input do to the mean and the tails. */
function statisticsTable(summary: Summary): Markup | undefined {
  const { output, drivers: ranked, uncertain } = subjectOf(summary);
  if (!uncertain || !ranked.some(({ statistics }) => statistics)) return undefined;
  const shown = ["mean", "p5", "p95"] as const;
  const rows = ranked.map(({ input, statistics }) => [
    labelOf(summary, input),
    ...shown.flatMap((name) =>
      (["low", "high"] as const).map((end) => {
        const value = statistics?.[name][end].value ?? NaN;
        return name === "mean" && output.mean === null
          ? "withheld"
          : formatNumber(value, output.unit);
      }),
    ),
  ]);
  const titles = { mean: "Mean", p5: "P5", p95: "P95" } as const;
  const columns = [
    { title: "Input" },
    ...shown.flatMap((name) =>
      ["lowest", "highest"].map((end) => ({
        title: `${titles[name]}, ${end} tenth`,
        kind: "number" as const,
      })),
    ),
  ];
  return html`<details>
    <summary>The same by the mean and the tails</summary>
    ${tableOf(`Mean, 5th and 95th percentile of ${output.label} (${output.unit}) with each input in its lowest and highest tenth`, columns, rows)}
  </details> `;
}

/** A share of variance with its standard error: `71% ± 2`. */
function shareCell(share: Estimate | undefined): string {
  if (share === undefined) return "";
  const digits = share.error < 0.005 ? 1 : 0;
  const text = (Math.max(0, share.value) * 100).toFixed(digits);
  // No share is below 0; only an estimate is.
  const about = (-share.value * 100).toFixed(digits);
  const shown = Number(about) > 0 ? "about 0%" : `${text}%`;
  return `${shown} ± ${(share.error * 100).toFixed(digits)}`;
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
  if (note.method === "shapley") {
    return html`<p class="note">
      Shares are Shapley effects, ± standard error: they add up to 100% of ${of} and deal out evenly
      what inputs that are correlated have in common.${warning}
    </p> `;
  }
  return html`<p class="note">
    Shares are of ${of}, which an input explains alone and with all its interactions, ± standard
    error.${warning}
  </p> `;
}
