import type { LossInput } from "../../summary/losses.js";
import type { RankSpread } from "../../sensitivity/rank-shift.js";
import type { Summary } from "../../summary/summary.js";
import { html, type Markup } from "../escape.js";
import { labelOf } from "../figures/subject.js";
import {
  formatCorrelation,
  formatProbability,
  formatProbabilityFine,
  formatRank,
  lowerFirst,
} from "../format.js";
import {
  boxSentence,
  differs,
  lossesSentence,
  SEPARATION_MIN,
  sidesOf,
} from "../losses-sentence.js";
import { phraseMarkup } from "../phrase.js";
import { type Section, toldSection } from "./section.js";
import { tableOf } from "./table.js";

const SHOWN = 8;

/** How the futures in which the main price does not suffice differ from the others. */
export function losses(summary: Summary): Section | undefined {
  const sentence = lossesSentence(summary);
  if (!sentence) return undefined;
  const { losing } = sidesOf(summary);
  const box = boxSentence(summary);
  return toldSection("losses", losing, sentence, [
    box && html`<p>${phraseMarkup(box)}</p> `,
    boxNote(summary),
    rankTable(summary),
  ]);
}

function boxNote({ losses: found }: Summary): Markup | undefined {
  if (!found?.box) return undefined;
  const { coverage, density } = found.box;
  const range = (low: number, high: number): string =>
    `${formatProbabilityFine(low)} to ${formatProbabilityFine(high)}`;
  return html`<p class="note">
    Conditions chosen on one half of the futures and measured on the other, by peeling (PRIM): they
    hold ${range(coverage.low, coverage.high)}, and are right in
    ${range(density.low, density.high)}, by simulation error. They describe; they need not cause.
  </p> `;
}

function rankTable(summary: Summary): Markup | undefined {
  const { inputs } = summary.losses!;
  if (inputs.length === 0) return undefined;
  const told = inputs.filter(
    (input) => differs(input) && Math.abs(input.separation.value) >= SEPARATION_MIN,
  );
  const shown = told.slice(0, SHOWN);
  if (shown.length === 0) return undefined;
  const { losing } = sidesOf(summary);
  const rows = shown.map((input) => [
    html`${labelOf(summary, input.input)}${casesLine(input)}`,
    spread(input.group),
    spread(input.others),
    formatCorrelation(input.separation.value),
  ]);
  const others = inputs.length - shown.length;
  const folded =
    others === 0
      ? ""
      : `; the other ${others === 1 ? "input differs" : `${others} inputs differ`} less`;
  return tableOf(
    `Percentile at which each input stands in the median future of either kind, and in the middle 80% of them. Separation: how much likelier the larger of two values, one of either kind, is that of ${lowerFirst(losing)}${folded}`,
    [
      { title: "Input" },
      { title: losing, kind: "number" },
      { title: "The others", kind: "number" },
      { title: "Separation", kind: "number" },
    ],
    rows,
  );
}

function spread({ p10, p50, p90 }: RankSpread): Markup {
  return html`${formatRank(p50)}<br /><span class="note"
      >${formatRank(p10)} to ${formatRank(p90)}</span
    >`;
}

/** Of a switch: how often each case loses. */
function casesLine({ cases }: LossInput): Markup | undefined {
  if (!cases) return undefined;
  const parts = cases.map(({ case: name, losing }) => `${name} ${formatProbability(losing.value)}`);
  return html`<br /><span class="note">of each case: ${parts.join(", ")}</span>`;
}
