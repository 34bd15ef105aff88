import { html, type Markup } from "./escape.js";

/** An amount behind a minus, and a name whose number is behind a hyphen: `GPT-5.4`, `2026-03-31`. */
const WHOLE =
  /(\u2212\S+|[\p{L}\p{N}.]{1,12}(?:-[\p{L}\p{N}.]{1,12}){0,2}-[0-9][\p{L}\p{N}.]{0,8})/u;

/** A text in which no minus and no hyphen is left at the end of a line, without its number. */
export function unbroken(text: string): readonly Markup[] {
  return text
    .split(WHOLE)
    .map((part, k) => (k % 2 === 0 ? html`${part}` : html`<span class="whole">${part}</span>`));
}
