import type { BreakEvenValues, NeededBelief } from "../../summary/beliefs.js";
import type { Interval } from "../../statistics/estimate.js";
import type { Summary } from "../../summary/summary.js";
import { beliefSentence, stretches } from "../belief-sentence.js";
import { html, type Markup } from "../escape.js";
import { labelOf } from "../figures/subject.js";
import { formatNumber, formatProbability, formatValue, lowerFirst } from "../format.js";
import { claim, type Claim, phraseMarkup, say } from "../phrase.js";
import { verdictOf } from "../verdict.js";
import { type Section, section } from "./section.js";
import { tableOf } from "./table.js";

/** Inputs that have a sentence; the others are in the table alone. */
const SENTENCES = 3;

/** What every important input would have to be for even odds and to be 90% sure. */
export function believe(summary: Summary): Section | undefined {
  const { beliefs } = summary;
  if (!beliefs) return undefined;
  const sentences = beliefs.inputs.slice(0, SENTENCES).map((_, k) => {
    const sentence = beliefSentence(summary, k);
    return sentence && html`<li>${phraseMarkup(sentence)}</li> `;
  });
  return section("believe", "What you would have to believe", [
    html`<ul>
      ${sentences.filter((sentence) => sentence !== undefined)}
    </ul> `,
    beliefTable(summary),
    html`<p class="note">
      Each input alone, the others as uncertain as they are; what is correlated with it follows.
      Values beyond the middle 99.8% of an input are not looked at. Switches and inputs whose
      distribution depends on others are left out.
    </p> `,
    futureByFuture(summary),
  ]);
}

function beliefTable(summary: Summary): Markup {
  const { inputs } = summary.beliefs!;
  const rows = inputs.map(({ input, unit, p5, p95, even, likely }, k) => {
    const path = `beliefs.inputs.${k}`;
    const at = (end: "p5" | "p95", value: number): Claim =>
      claim(`${path}.${end}`, formatNumber(value, unit));
    return [
      html`${labelOf(summary, input)}<br /><span class="note">${unit === "1" ? "" : unit}</span>`,
      neededCell(even, `${path}.even`, unit),
      neededCell(likely, `${path}.likely`, unit),
      phraseMarkup(say`${at("p5", p5)} to ${at("p95", p95)}`),
      phraseMarkup(claim(`${path}.likely.chance`, formatProbability(likely.chance))),
      verdictOf(even, likely),
    ];
  });
  return tableOf(
    "What each input would have to be, its 95% interval of the simulation error below it, and the chance that it is",
    [
      { title: "Input" },
      { title: "For even odds" },
      { title: "For 90%" },
      { title: "We believe (P5 to P95)" },
      { title: "Chance of 90%", kind: "number" },
      { title: "Verdict", kind: "wrap" },
    ],
    rows,
  );
}

function neededCell(needed: NeededBelief, path: string, unit: string): Markup {
  switch (needed.kind) {
    case "always":
      return html`any value`;
    case "never":
      return phraseMarkup(
        say`none; ${claim(`${path}.best.probability`, formatProbability(needed.best.probability))} at best`,
      );
    case "crosses": {
      const intervals = needed.crossings.map(({ value }) => intervalText(value, unit)).join("; ");
      return html`${phraseMarkup(stretches(needed, path, unit))}<br /><span class="note"
          >${intervals}</span
        >`;
    }
  }
}

/** The ends of an interval, which may be open. */
function intervalText({ low, high }: Interval, unit: string): string {
  const [from, to] = [low, high].map((end) =>
    Number.isFinite(end) ? formatNumber(end, unit) : undefined,
  );
  if (from === undefined && to === undefined) return "not narrowed down";
  if (from === undefined) return `${to!} or less`;
  if (to === undefined) return `${from} or more`;
  return from === to ? "" : `${from} to ${to}`;
}

type Row = BreakEvenValues["inputs"][number];

/** The value at which each future breaks even, as a distribution. */
function futureByFuture(summary: Summary): Markup | undefined {
  const { breakEvenValues } = summary;
  if (!breakEvenValues) return undefined;
  const several = breakEvenValues.inputs.some((row) => row.several > 0);
  const rows = breakEvenValues.inputs.map((row, k) => {
    const path = `breakEvenValues.inputs.${k}`;
    const share = (of: "some" | "always" | "never" | "several"): Markup =>
      phraseMarkup(claim(`${path}.${of}`, formatProbability(row[of])));
    return [
      labelOf(summary, row.input),
      ...(["p5", "p50", "p95"] as const).map((p) => percentileCell(row, p, path)),
      share("some"),
      share("always"),
      share("never"),
      ...(several ? [share("several")] : []),
    ];
  });
  const table = tableOf(
    "The value of an input at which a future just breaks even, every other input as it is in that future",
    [
      { title: "Input" },
      ...["P5", "Median", "P95", "Futures with one", "Enough at any", "At none"].map((title) => ({
        title,
        kind: "number" as const,
      })),
      ...(several ? [{ title: "With several", kind: "number" as const }] : []),
    ],
    rows,
  );
  return html`<p>${phraseMarkup(futureSentence(summary))}</p>
    <details>
      <summary>Break-even values future by future</summary>
      ${table}
    </details> `;
}

function percentileCell(row: Row, p: "p5" | "p50" | "p95", path: string): Markup {
  const found = row[p];
  if (!found) return html``;
  return phraseMarkup(claim(`${path}.${p}.value`, formatNumber(found.value, row.unit)));
}

function futureSentence(summary: Summary) {
  const [row] = summary.breakEvenValues!.inputs;
  const { input, unit, p5, p50, p95, some } = row!;
  const label = lowerFirst(labelOf(summary, input));
  const path = "breakEvenValues.inputs.0";
  const share = claim(`${path}.some`, formatProbability(some));
  if (!p5 || !p50 || !p95)
    return say`Along ${label}, ${share} of futures have a value that just breaks even.`;
  const at = (name: string, { value }: Interval): Claim =>
    claim(`${path}.${name}.value`, formatValue(value, unit));
  return say`Taken one by one, ${share} of futures just break even at some ${label}: the median is ${at("p50", p50)}, and nine in ten lie between ${at("p5", p5)} and ${at("p95", p95)}.`;
}
