import type { Interval } from "../../statistics/estimate.js";
import type { Summary } from "../../summary/summary.js";
import { html, type Markup } from "../escape.js";
import { subjectOf } from "../figures/subject.js";
import { formatValue } from "../format.js";
import type { Show } from "./figure.js";
import { type Section, section } from "./section.js";

/** What the main price leaves, as a chart under its sentence, and how well its means are known. */
export function margin(summary: Summary, show: Show): Section | undefined {
  const chart = show("07-margin");
  if (!summary.margin || !chart) return undefined;
  const { against, expected, whenLosing, whenWinning } = summary.margin;
  const { isTokenCost, output } = subjectOf(summary);
  const interval = (name: string, mean: Interval | undefined): readonly Markup[] =>
    mean
      ? [
          html`; ${name}
            <span class="whole"
              >${formatValue(mean.low, output.unit)} to ${formatValue(mean.high, output.unit)}</span
            >`,
        ]
      : [];
  const known = [
    ...interval("over all futures", expected),
    ...interval(isTokenCost ? "those that lose" : "those above", whenLosing),
    ...interval("the others", whenWinning),
  ];
  return section("margin", isTokenCost ? `Margin at ${against}` : `How far from ${against}`, [
    chart,
    html`<p class="note">
      Means of what is left, with 95% intervals of the simulation error${known}.
    </p> `,
  ]);
}
