import type { Summary } from "../../summary/summary.js";
import { html, type Markup } from "../escape.js";
import { subjectOf } from "../figures/subject.js";
import { masthead } from "./masthead.js";
import { verdicts } from "./verdicts.js";
import { mastheadLine } from "../masthead-line.js";
import type { Provenance } from "../provenance.js";
import {
  boundClaim,
  lossClaim,
  namedPrice,
  percentileClaim,
  sufficientPriceClaim,
} from "../claims.js";
import { formatValue } from "../format.js";
import { frequencySentence } from "../in-fifty.js";
import { otherPricesSentence } from "../other-prices-sentence.js";
import { claim, type Phrase, phraseMarkup, say, sentences } from "../phrase.js";
import { driverSentence, headline, rangeSentence, sufficientPriceSentence } from "../sentences.js";

/** What the report is about, its answer, and the numbers behind the answer. */
export function opening(summary: Summary, provenance: Provenance): Markup {
  const { title, question, notes } = summary;
  const lede = sentences([
    frequencySentence(summary),
    rangeSentence(summary),
    driverSentence(summary),
    sufficientPriceSentence(summary),
    otherPricesSentence(summary),
  ]);
  return html`<header>
      ${masthead(summary)}
      <p class="kicker"><strong>${title}</strong></p>
      <p class="kicker">${mastheadLine(summary, provenance)}</p>
      ${question === undefined ? undefined : html`<p class="kicker">${question}</p>`}
      <h1>${phraseMarkup(headline(summary))}</h1>
      <p class="lede">${phraseMarkup(lede)}</p>
      ${notes === undefined ? undefined : html`<p class="note">${notes}</p>`}
    </header>
    ${keyFigures(summary)}${verdicts(summary)}`;
}

function keyFigures(summary: Summary): Markup {
  const subject = subjectOf(summary);
  const { name, output, main, uncertain, isTokenCost } = subject;
  const cards: Markup[] = [];
  const card = (value: Phrase, label: Phrase): void => {
    cards.push(html`<li><b>${phraseMarkup(value)}</b><span>${phraseMarkup(label)}</span></li>`);
  };
  if (main && uncertain && output.undefined === 0) {
    const loss = isTokenCost ? "chance of loss at" : "chance of exceeding";
    const [from, to] = (["high", "low"] as const).map((end) =>
      boundClaim(summary, main, end, "loses"),
    );
    card(
      say`${lossClaim(summary, main)}`,
      say`${loss} ${namedPrice(summary, main)}; ${from} to ${to} by simulation error`,
    );
  }
  card(say`${percentileClaim(subject, "p50")}`, say`${uncertain ? "median" : output.label}`);
  if (uncertain) {
    const [p5, p95] = [percentileClaim(subject, "p5"), percentileClaim(subject, "p95")];
    card(say`${p5} to ${p95}`, say`nine futures in ten`);
    if (output.undefined === 0)
      card(say`${sufficientPriceClaim(subject, 0.9)}`, say`enough in 90% of futures`);
    if (output.worstTwentieth) {
      const worst = formatValue(output.worstTwentieth.value, output.unit);
      card(
        say`${claim(`outputs.${name}.worstTwentieth.value`, worst)}`,
        say`mean of the ${isTokenCost ? "costliest" : "highest"} twentieth`,
      );
    }
  }
  return html`<ul class="cards">
    ${cards}
  </ul> `;
}
