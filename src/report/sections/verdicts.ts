import type { ExpectationResult, Summary } from "../../summary/summary.js";
import { html, type Markup } from "../escape.js";
import { formatProbability, formatProbabilityFine, formatValue } from "../format.js";
import { phraseMarkup, say } from "../phrase.js";
import { tooCloseText } from "../sentences.js";

/** What the scenario expected, and what the run found; open where something is missed. */
export function verdicts(summary: Summary): Markup | undefined {
  const { expect } = summary;
  if (expect.length === 0) return undefined;
  const missed = expect.filter(({ met }) => !met).length;
  const items = expect.map((result, k) => {
    const { expectation, met, tooClose } = result;
    const close = tooClose && say`, ${tooCloseText(summary, tooClose, `expect.${k}.tooClose`)}`;
    return html`<li>
      <span class="${met ? "profit" : "loss"}">${met ? "Met" : "Missed"}</span>: ${expectation};
      found ${foundText(result)}${close && phraseMarkup(close)}
    </li> `;
  });
  const all =
    expect.length === 1
      ? "The expectation of this scenario is met"
      : `All ${expect.length} expectations of this scenario are met`;
  const verdict =
    missed === 0 ? all : `${missed} of ${expect.length} expectations of this scenario are missed`;
  return html`<details class="verdict" ${missed > 0 ? html` open` : undefined}>
    <summary>${verdict}</summary>
    <ul class="verdicts">
      ${items}
    </ul>
  </details> `;
}

/** `58% (57.9% to 58.0%)`: with the interval of the simulation error, where that shows. */
function foundText({ expectation, observed, unit }: ExpectationResult): string {
  const isShare = unit === "1" && expectation.includes("probability");
  const { value, low, high } = observed;
  const fine = (one: number): string =>
    isShare ? formatProbabilityFine(one) : formatValue(one, unit);
  const text = isShare ? formatProbability(value) : formatValue(value, unit);
  const [from, to] = [fine(low), fine(high)];
  return from === to ? text : `${text} (${from} to ${to})`;
}
