import { html, type Markup } from "../escape.js";

/** A source, linked where it is one address, with its date below; its absence is said. */
export function sourceCell(source: string | undefined, date?: string): Markup {
  const dated = date === undefined ? undefined : html`<br /><span class="note">${date}</span>`;
  return html`${sourceMarkup(source)}${dated}`;
}

function sourceMarkup(source: string | undefined): Markup {
  if (source === undefined || source.trim() === "")
    return html`<span class="loss">no source</span>`;
  if (/^https?:\/\/[^\s"'<>]+$/.test(source)) {
    return html`<a href="${source}" rel="noreferrer">${source}</a>`;
  }
  return html`${source}`;
}
