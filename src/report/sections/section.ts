import { html, type Markup } from "../escape.js";
import { type Phrase, phraseMarkup } from "../phrase.js";

/** A part of a page under a heading of its own, which contents link to. */
export interface Section extends Markup {
  /** The same in every page, so that a link to it stays right. */
  readonly id: string;
  readonly heading: string;
}

/** A section, or nothing where it would be empty. */
export function section(
  id: string,
  heading: string,
  parts: readonly (Markup | undefined)[],
): Section | undefined {
  const present = parts.filter((part) => part !== undefined);
  if (present.length === 0) return undefined;
  const { markup } = html`<section id="${id}">
    <h2>${heading}</h2>
    ${present}
  </section> `;
  return { id, heading, markup };
}

/** A section that opens with what it shows, in a sentence. */
export function toldSection(
  id: string,
  heading: string,
  sentence: Phrase,
  parts: readonly (Markup | undefined)[],
): Section | undefined {
  return section(id, heading, [html`<h3>${phraseMarkup(sentence)}</h3> `, ...parts]);
}

/** Where each section of a page is to be found. */
export function contents(sections: readonly Section[]): Markup {
  const links = sections.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li> `);
  return html`<nav class="contents" aria-label="Contents">
    <ul>
      ${links}
    </ul>
  </nav> `;
}
