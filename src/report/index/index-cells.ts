import { html, type Markup } from "../escape.js";
import type { Axis } from "../figures/axis.js";
import {
  formatCount,
  formatProbability,
  formatProbabilityFine,
  formatValue,
  isNamedByAmount,
} from "../format.js";
import { describeChange } from "./describe-change.js";
import type { IndexRow } from "./index-row.js";
import { riskOf } from "./order-rows.js";
import { bandPicture, trendPicture } from "./row-pictures.js";

/** A cell, and what its column is sorted by: undefined stands last either way. */
export interface IndexCell {
  readonly content: Markup | string;
  readonly key: number | string | undefined;
}

/** The title as a link to the report; beneath it the name and the other files. */
export function scenarioCell({ title, scenario, folder }: IndexRow): IndexCell {
  const at = encodeURIComponent(folder);
  return {
    key: title,
    content: html`<a href="${at}/report.html">${title}</a><span class="note">${scenario}</span
      ><span class="note files"
        ><a href="${at}/memo.md">memo</a> <a href="${at}/summary.json">summary</a></span
      >`,
  };
}

/** The chance of exceeding the first price, with its simulation error. */
export function riskCell(row: IndexRow): IndexCell {
  const { excess, output, isTokenCost, uncertain } = row;
  if (!excess) return { key: undefined, content: "" };
  const { value, low, high } = excess.probability;
  const amount = formatValue(excess.price, output.unit);
  const price = isNamedByAmount(excess.against, amount)
    ? html`${amount}`
    : html`${excess.against}, ${amount}`;
  if (!uncertain) {
    const [over, under] = isTokenCost
      ? ["falls short of the cost", "covers the cost"]
      : ["is exceeded", "is not exceeded"];
    const says = value > 0 ? over : under;
    return { key: undefined, content: html`<span class="note">${price} ${says}</span>` };
  }
  const interval =
    low === high
      ? undefined
      : html`${formatProbabilityFine(low)} to ${formatProbabilityFine(high)}<br />`;
  const error = errorText(Math.max(high - value, value - low));
  return {
    key: riskOf(row),
    content: html`<b>${formatProbability(value)}</b>${error}<span class="note"
        >${interval}${isTokenCost ? "at" : "above"} ${price}</span
      >`,
  };
}

/** ` ± 0.3`: the longer half of the interval in percentage points. */
function errorText(half: number): string {
  if (!(half > 0)) return "";
  return half < 0.0005 ? " ± <0.1" : ` ± ${(half * 100).toFixed(1)}`;
}

/** The median. */
export function medianCell({ median, output }: IndexRow): IndexCell {
  return { key: finite(median.value), content: formatValue(median.value, output.unit) };
}

/** The 90% interval, drawn and in words. */
export function bandCell(row: IndexRow, axis: Axis | undefined): IndexCell {
  const { p5, p95, output, uncertain } = row;
  const show = (value: number): string => formatValue(value, output.unit);
  const words = uncertain ? `${show(p5.value)} to ${show(p95.value)}` : "fixed";
  return {
    key: finite(p95.value),
    content: html`${bandPicture(axis, row)}<span class="note">${words}</span>`,
  };
}

/** The price that suffices in nine futures of ten. */
export function sufficientCell({ p90, output, uncertain }: IndexRow): IndexCell {
  if (!uncertain) return { key: undefined, content: "" };
  return { key: finite(p90.value), content: formatValue(p90.value, output.unit) };
}

/** The input that moves the output most. */
export function driverCell({ topDriverLabel }: IndexRow): IndexCell {
  return { key: topDriverLabel, content: topDriverLabel ?? "" };
}

/** Expectations missed and met. */
export function expectationsCell({ expectations: { met, missed } }: IndexRow): IndexCell {
  const all = met + missed;
  if (all === 0) return { key: undefined, content: "" };
  const content =
    missed === 0
      ? html`<span class="profit">met</span> (${String(all)})`
      : html`<span class="loss">missed</span> (${String(missed)} of ${String(all)})`;
  return { key: missed / all, content };
}

/** What changed against the run before, and the runs so far as a line. */
export function changeCell(row: IndexRow): IndexCell {
  const described = describeChange(row);
  const link = comparisonLink(row);
  if (!described) {
    return { key: undefined, content: html`<span class="note">first run</span>${link}` };
  }
  const content = html`${described.words}${trendPicture(row)}<span class="note"
      >${described.note}</span
    >${link}`;
  const { change } = row;
  if (change?.kind !== "difference")
    return { key: change?.kind === "repeated" ? 0 : undefined, content };
  const { of, difference, before } = change;
  return { key: of === "excess" ? difference.value : finite(difference.value / before), content };
}

/** Where the report's scenario is compared with that of the earlier run it was held against. */
function comparisonLink({ folder, comparison }: IndexRow): Markup | undefined {
  if (comparison === undefined) return undefined;
  const at = `${encodeURIComponent(folder)}/${comparison}`;
  return html`<span class="note files"><a href="${at}">what explains it</a></span>`;
}

/** How many futures were simulated. */
export function drawsCell({ run }: IndexRow): IndexCell {
  return { key: run.draws, content: formatCount(run.draws) };
}

/** When: the day and, beneath it, the time. */
export function runCell({ finished }: IndexRow): IndexCell {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(finished ?? "");
  if (!parts) return { key: undefined, content: "unknown" };
  return {
    key: finished!,
    content: html`${parts[1]!}<span class="note">${parts[2]!} UTC</span>`,
  };
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
