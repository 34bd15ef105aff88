import type { Interval } from "../../statistics/estimate.js";
import type { BreakEven, Summary } from "../../summary/summary.js";
import { html, type Markup } from "../escape.js";
import { formatNumber, formatValue } from "../format.js";
import { isUncertain } from "../is-uncertain.js";
import { phraseMarkup } from "../phrase.js";
import { probabilityWithInterval } from "../sentences.js";
import type { Show } from "./figure.js";
import { type Section, section } from "./section.js";
import { sourceCell } from "./source-cell.js";
import { tableOf } from "./table.js";

/** The answer as charts. */
export function results(show: Show): Section | undefined {
  const ids = ["01-outcomes", "02-break-even", "03-bands", "06-two-bands"];
  return section("results", "Results", ids.map(show));
}

/** Break-even by price, for every output that has prices. */
export function prices(summary: Summary): Section | undefined {
  const { breakEven, outputs } = summary;
  if (breakEven.length === 0) return undefined;
  const several = new Set(breakEven.map(({ output }) => output)).size > 1;
  const certain = !isUncertain(summary);
  const found = (comparison: BreakEven): Markup | string => {
    if (!certain) return phraseMarkup(probabilityWithInterval(summary, comparison));
    return comparison.probability.value === 1 ? "yes" : "no";
  };
  const rows = breakEven.map((comparison) => [
    comparison.against,
    formatValue(comparison.price, comparison.unit),
    ...(several ? [outputs[comparison.output]!.label] : []),
    found(comparison),
    sourceCell(comparison.source),
  ]);
  const columns = [
    { title: "Price" },
    { title: "Amount", kind: "number" as const },
    ...(several ? [{ title: "Compared with" }] : []),
    { title: certain ? "Suffices" : "Futures in which it suffices" },
    { title: "Source", kind: "wrap" as const },
  ];
  const [heading, caption] = certain
    ? ["Which prices suffice", "Whether the output is at or below each price"]
    : [
        "How likely each price suffices",
        "Share of futures at or below each price, with the 95% interval of the simulation error",
      ];
  return section("prices", heading, [tableOf(caption, columns, rows)]);
}

/** Every output's percentiles with their intervals, or its one value where nothing is uncertain. */
export function percentiles(summary: Summary): Section | undefined {
  const { outputs } = summary;
  if (!isUncertain(summary)) return values(outputs);
  const shown = ["p5", "p25", "p50", "p75", "p95"] as const;
  const rows = Object.values(outputs).map(({ label, unit, mean, percentiles: found }) => [
    nameOf(label, unit),
    ...shown.map((name) => withInterval(found[name]!, unit)),
    mean === null ? "withheld" : withInterval(mean, unit),
  ]);
  const columns = [
    { title: "Output" },
    ...shown.map((name) => ({
      title: name === "p50" ? "Median" : name.toUpperCase(),
      kind: "number" as const,
    })),
    { title: "Mean", kind: "number" as const },
  ];
  const caption = "Percentiles and mean with 95% intervals of the simulation error";
  return section("outputs", "Outputs", [tableOf(caption, columns, rows)]);
}

function values(outputs: Summary["outputs"]): Section | undefined {
  const rows = Object.values(outputs).map(({ label, unit, percentiles: { p50 } }) => [
    nameOf(label, unit),
    formatNumber(p50!.value, unit),
  ]);
  const columns = [{ title: "Output" }, { title: "Value", kind: "number" as const }];
  const caption = "Nothing is uncertain: each output has one value";
  return section("outputs", "Outputs", [tableOf(caption, columns, rows)]);
}

function nameOf(label: string, unit: string): Markup {
  return html`${label}${unit === "1" ? undefined : html` (${unit})`}`;
}

function withInterval({ value, low, high }: Interval, unit: string): Markup {
  const interval = intervalText(formatNumber(low, unit), formatNumber(high, unit));
  return html`${formatNumber(value, unit)}<br /><span class="note">${interval}</span>`;
}

/** An interval; nothing where both ends print alike. */
function intervalText(low: string, high: string): string {
  return low === high ? "" : `${low} to ${high}`;
}
