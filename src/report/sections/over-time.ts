import type { Interval } from "../../statistics/estimate.js";
import type { HorizonSummary } from "../../summary/horizon.js";
import type { Summary } from "../../summary/summary.js";
import type { YearSpread } from "../../summary/year-spread.js";
import { html, type Markup } from "../escape.js";
import { formatCount, formatPayoff, formatProbabilityFine, formatValue } from "../format.js";
import { oddsOverTime } from "../odds-over-time.js";
import { presentValueSentence, rateSentence } from "../over-time-sentences.js";
import { claim, type Phrase, phraseMarkup, say, sentences } from "../phrase.js";
import type { Show } from "./figure.js";
import { type Section, section } from "./section.js";
import { tableOf } from "./table.js";

const SHOWN = [
  ["p5", "P5"],
  ["p25", "P25"],
  ["p50", "Median"],
  ["p75", "P75"],
  ["p95", "P95"],
] as const;

/** The years of operation: the output against its price, the cash, and what it returns. */
export function overTime(summary: Summary, show: Show): Section | undefined {
  const { horizon } = summary;
  if (!horizon) return undefined;
  return section("over-time", "Over time", [
    html`<p>${phraseMarkup(opening(summary, horizon))}</p> `,
    show("12-over-time"),
    show("13-cumulative-cash"),
    returnsTable(horizon),
    note(horizon),
  ]);
}

/** What the titles of the figures do not say. */
function opening(summary: Summary, horizon: HorizonSummary): Phrase {
  const odds = horizon.years.length < 2 ? say`${oddsOverTime(summary, horizon)}.` : undefined;
  const returns = [presentValueSentence(horizon), rateSentence(horizon)];
  return sentences([odds, ...returns.map((sentence) => say`${sentence}.`)]);
}

/** Returns by columns, so that a narrow page shows them all. */
function returnsTable({ npv, irr, payback, years }: HorizonSummary): Markup {
  const all: readonly Return[] = [
    { path: "npv", of: npv, format: (value) => formatPayoff(value, "USD") },
    { path: "irr", of: irr, format: (value) => formatValue(value, "%") },
    {
      ...{ path: "payback", of: payback },
      format: (value) =>
        Number.isFinite(value) ? formatValue(value, "year") : `not in ${years.length}`,
    },
  ];
  const rows = SHOWN.map(([name, title]) => [title, ...all.map((one) => spreadCell(one, name))]);
  const means = npv.mean
    ? [["Mean", cell("horizon.npv.mean.value", npv.mean, all[0]!.format), "", ""]]
    : [];
  const often = [
    "Share of them",
    oftenCell("horizon.npv.negative.value", npv.negative, "below 0"),
    oftenCell("horizon.irr.exists.value", irr.exists, "have one"),
    oftenCell("horizon.payback.never.value", payback.never, "never"),
  ];
  const columns = [
    { title: "Futures" },
    ...["Net present value", "Internal rate of return, a year", "Payback"].map((title) => ({
      ...{ title, kind: "number" as const },
    })),
  ];
  const caption = "What the investment returns, with 95% intervals of the simulation error";
  return tableOf(caption, columns, [...rows, ...means, often]);
}

interface Return {
  readonly path: string;
  readonly of: Partial<YearSpread>;
  readonly format: (value: number) => string;
}

function spreadCell({ path, of, format }: Return, name: keyof YearSpread): Markup | string {
  const found = of[name];
  return found ? cell(`horizon.${path}.${name}.value`, found, format) : "too few";
}

function oftenCell(path: string, share: Interval, what: string): Markup {
  return cell(path, share, formatProbabilityFine, ` ${what}`);
}

/** A number above its interval; one that is never reached has no claim. */
function cell(path: string, found: Interval, format: Return["format"], what = ""): Markup {
  const { value, low, high } = found;
  const text = format(value);
  const printed = Number.isFinite(value) ? phraseMarkup(claim(path, text)) : text;
  const [from, to] = [format(low), format(high)];
  if (from === to) return html`${printed}${what}`;
  const interval = `${bareNumber(from, to)} to ${bareNumber(to, from)}`;
  return html`${printed}${what}<br /><span class="note">${interval}</span>`;
}

/** The number of an amount whose unit the other end of the interval has too. */
function bareNumber(text: string, other: string): string {
  const unit = (amount: string): string => amount.replace(/[\d.,\u2212]/g, "");
  // `<0.1%` is no number without its sign.
  return unit(text) === unit(other) && !/[<>]/.test(text)
    ? text.replace(/[^\d.,\u2212]/g, "")
    : text;
}

function note({ formulas, undefinedReturns, draws }: HorizonSummary): Markup {
  const holes =
    undefinedReturns === 0
      ? ""
      : ` In ${formatCount(undefinedReturns)} of ${formatCount(draws)} draws some flow is not a finite number: they count as lost and never paid back.`;
  return html`<p class="note">
    Investment: ${formulas.investment}. Cash of a year: ${formulas.cash}. Discount rate:
    ${formulas.discount}. The rest of this report is the first year's; what years differ by is what
    the scenario's formulas make of years_passed.${holes}
  </p> `;
}
