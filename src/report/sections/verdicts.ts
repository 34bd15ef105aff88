import type { ExpectationResult, Summary } from "../../summary/summary.js";
import { html, type Markup } from "../escape.js";
import { formatNumber, formatProbability, formatProbabilityFine, formatValue } from "../format.js";
import { claim, type Phrase, phraseMarkup, say } from "../phrase.js";
import { tooCloseText } from "../sentences.js";

/** What the scenario expected, and what the run found; open where something is missed. */
export function verdicts(summary: Summary): Markup | undefined {
  const { expect } = summary;
  if (expect.length === 0) return undefined;
  const missed = expect.filter(({ met }) => !met).length;
  const items = expect.map((result, k) => {
    const { expectation, met, tooClose } = result;
    const margin = marginPhrase(result, `expect.${k}.margin`);
    const close = tooClose && say`, ${tooCloseText(summary, tooClose, `expect.${k}.tooClose`)}`;
    return html`<li>
      <span class="${met ? "profit" : "loss"}">${met ? "Met" : "Missed"}</span>: ${expectation};
      found ${foundText(result)}${phraseMarkup(margin)}${phraseMarkup(close)}
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

/** How far what was found lies from the nearest bound; a missed one it lies beyond. */
function marginPhrase(result: ExpectationResult, path: string): Phrase | undefined {
  const { margin, met, unit } = result;
  if (!margin) return undefined;
  const count = claim(`${path}.standardErrors`, formatNumber(margin.standardErrors, "1"));
  const bound = isShare(result)
    ? formatValue(100 * margin.bound, "%")
    : formatValue(margin.bound, unit);
  const errors = count.text === "1" ? "standard error" : "standard errors";
  return say`, ${count} ${errors} ${met ? "from" : "beyond"} the bound of ${claim(`${path}.bound`, bound)}`;
}

/** Whether a probability is expected, rather than an output that is a pure number. */
function isShare({ kind }: ExpectationResult): boolean {
  return kind === "break-even";
}

/** `58% (57.9% to 58.0%)`: with the interval of the simulation error, where that shows. */
function foundText(result: ExpectationResult): string {
  const { observed, unit } = result;
  const share = isShare(result);
  const { value, low, high } = observed;
  const fine = (one: number): string =>
    share ? formatProbabilityFine(one) : formatValue(one, unit);
  const text = share ? formatProbability(value) : formatValue(value, unit);
  const [from, to] = [fine(low), fine(high)];
  return from === to ? text : `${text} (${from} to ${to})`;
}
