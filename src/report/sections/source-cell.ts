import { html, type Markup } from "../escape.js";

/** A source, linked where it is one address; its absence is said. */
export function sourceCell(source: string | undefined): Markup {
  if (source === undefined || source.trim() === "")
    return html`<span class="loss">no source</span>`;
  if (/^https?:\/\/[^\s"'<>]+$/.test(source)) {
    return html`<a href="${source}" rel="noreferrer">${source}</a>`;
  }
  return html`${source}`;
}
