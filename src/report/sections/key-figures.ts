import type { Summary } from "../../summary/summary.js";
import { boundClaim, lossClaim, percentileClaim, sufficientPriceClaim } from "../claims.js";
import { html, type Markup } from "../escape.js";
import { type Subject, subjectOf } from "../figures/subject.js";
import { formatValue } from "../format.js";
import { horizonCards } from "../horizon-cards.js";
import { figureLabel } from "../key-figure.js";
import { claim, type Phrase, phraseMarkup, say } from "../phrase.js";
import { differenceWords, endsWords } from "../since/difference-words.js";
import { earlierName } from "../since/earlier-name.js";

/** A number under the headline. */
interface Card {
  readonly value: Phrase;
  readonly label: Phrase;
  /** How it differs from an earlier run, where that is told; shown where one was named. */
  readonly changed?: Phrase;
}

/** The numbers behind the answer, and how each differs from the earlier run where one was named. */
export function keyFigures(summary: Summary): Markup {
  const { since } = summary;
  const subject = subjectOf(summary);
  const cards = [
    ...chanceCard(summary, subject),
    medianCard(summary, subject),
    ...rangeCards(summary, subject),
    // Six at most: the two of a horizon take the place of one.
    ...(summary.horizon ? horizonCards(summary.horizon) : worstCard(summary, subject)),
  ].map(({ value, label, changed }: Card) => {
    const change = since && changed && html`<span><strong>${phraseMarkup(changed)}</strong></span>`;
    return html`<li><b>${phraseMarkup(value)}</b><span>${phraseMarkup(label)}</span>${change}</li>`;
  });
  const against =
    since &&
    html`<p class="note">
      Changes are against ${earlierName(since, summary)}:
      <a href="#since">how sure they are</a>.
    </p> `;
  return html`<ul class="cards">
      ${cards}
    </ul>
    ${against}`;
}

function chanceCard(summary: Summary, { main, uncertain, output }: Subject): readonly Card[] {
  if (!main || !uncertain || output.undefined > 0) return [];
  const [from, to] = (["high", "low"] as const).map((end) =>
    boundClaim(summary, main, end, "loses"),
  );
  return [
    {
      value: say`${lossClaim(summary, main)}`,
      label: say`${figureLabel(summary, "excess")}; ${from} to ${to} by simulation error`,
      changed: differenceWords(summary, "excess"),
    },
  ];
}

function medianCard(summary: Summary, subject: Subject): Card {
  return {
    value: say`${percentileClaim(subject, "p50")}`,
    label: figureLabel(summary, "median"),
    changed: differenceWords(summary, "median"),
  };
}

function rangeCards(summary: Summary, subject: Subject): readonly Card[] {
  if (!subject.uncertain) return [];
  const [p5, p95] = [percentileClaim(subject, "p5"), percentileClaim(subject, "p95")];
  const range = {
    value: say`${p5} to ${p95}`,
    label: say`nine futures in ten`,
    changed: endsWords(summary, "p5", "p95"),
  };
  if (subject.output.undefined > 0) return [range];
  const sufficient = {
    value: say`${sufficientPriceClaim(subject, 0.9)}`,
    label: figureLabel(summary, "p90"),
    changed: differenceWords(summary, "p90"),
  };
  return [range, sufficient];
}

function worstCard(summary: Summary, { name, output, uncertain }: Subject): readonly Card[] {
  const { worstTwentieth, unit } = output;
  if (!uncertain || !worstTwentieth) return [];
  const path = `outputs.${name}.worstTwentieth.value`;
  return [
    {
      value: say`${claim(path, formatValue(worstTwentieth.value, unit))}`,
      label: figureLabel(summary, "worstTwentieth"),
      changed: differenceWords(summary, "worstTwentieth"),
    },
  ];
}
