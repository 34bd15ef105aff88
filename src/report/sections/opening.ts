import type { Summary } from "../../summary/summary.js";
import { html, type Markup } from "../escape.js";
import { keyFigures } from "./key-figures.js";
import { masthead } from "./masthead.js";
import { verdicts } from "./verdicts.js";
import { mastheadLine } from "../masthead-line.js";
import type { Provenance } from "../provenance.js";
import { frequencySentence } from "../in-fifty.js";
import { otherPricesSentence } from "../other-prices-sentence.js";
import { phraseMarkup, sentences } from "../phrase.js";
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
