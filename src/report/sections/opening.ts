import type { Summary } from "../../summary/summary.js";
import { html, type Markup } from "../escape.js";
import { subjectOf } from "../figures/subject.js";
import { masthead } from "./masthead.js";
import { formatProbability, formatProbabilityFine, formatValue } from "../format.js";
import { priceForProbability } from "../price-for-probability.js";
import {
  driverSentence,
  headline,
  otherPricesSentence,
  rangeSentence,
  sufficientPriceSentence,
} from "../sentences.js";

/** What the report is about, its answer, and the numbers behind the answer. */
export function opening(summary: Summary): Markup {
  const { title, question, author, date, notes } = summary;
  const byline = [author, date].filter((part) => part !== undefined).join(", ");
  const lede = [
    rangeSentence(summary),
    driverSentence(summary),
    sufficientPriceSentence(summary),
    otherPricesSentence(summary),
  ].filter((sentence) => sentence !== undefined);
  return html`<header>
      ${masthead(summary)}
      <p class="kicker">${title}${byline === "" ? "" : ` · ${byline}`}</p>
      <h1>${headline(summary)}</h1>
      ${question === undefined ? undefined : html`<p class="caption">${question}</p>`}
      <p class="lede">${lede.join(" ")}</p>
      ${notes === undefined ? undefined : html`<p class="note">${notes}</p>`}
    </header>
    ${keyFigures(summary)}${verdicts(summary)}`;
}

function keyFigures(summary: Summary): Markup {
  const { output, main, uncertain, isTokenCost } = subjectOf(summary);
  const show = (value: number): string => formatValue(value, output.unit);
  const { p5, p50, p95 } = output.percentiles;
  const cards: Markup[] = [];
  const card = (value: string, label: string): void => {
    cards.push(html`<li><b>${value}</b><span>${label}</span></li>`);
  };
  if (main && uncertain && output.undefined === 0) {
    const { value, low, high } = main.probability;
    const loss = isTokenCost ? "chance of loss" : "chance of exceeding";
    const price = formatValue(main.price, main.unit);
    card(
      formatProbability(1 - value),
      `${loss} at ${main.against} (${price}); ${formatProbabilityFine(1 - high)} to ${formatProbabilityFine(1 - low)} by simulation error`,
    );
  }
  card(show(p50!.value), uncertain ? "median" : output.label);
  if (uncertain) {
    card(`${show(p5!.value)} to ${show(p95!.value)}`, "nine futures in ten");
    if (output.undefined === 0)
      card(show(priceForProbability(output, 0.9)), "enough in 90% of futures");
    if (output.worstTwentieth)
      card(show(output.worstTwentieth.value), "mean of the costliest twentieth");
  }
  return html`<ul class="cards">
    ${cards}
  </ul> `;
}

function verdicts({ expect }: Summary): Markup | undefined {
  if (expect.length === 0) return undefined;
  const missed = expect.filter(({ met }) => !met).length;
  const items = expect.map(({ expectation, observed, unit, met }) => {
    const found =
      unit === "1" && expectation.includes("probability")
        ? formatProbability(observed.value)
        : formatValue(observed.value, unit);
    return html`<li>
      <span class="${met ? "profit" : "loss"}">${met ? "Met" : "Missed"}</span>: ${expectation};
      found ${found}
    </li> `;
  });
  const verdict =
    missed === 0
      ? `All ${expect.length} expectations of this scenario are met`
      : `${missed} of ${expect.length} expectations of this scenario are missed`;
  return html`<details${missed > 0 ? html` open` : undefined}><summary>${verdict}</summary><ul class="verdicts">
${items}</ul></details>
`;
}
