import { showInvisible } from "../escape.js";

/** Size of all text in charts, in pixels. */
export const TEXT_SIZE = 12;

/**
 * Width of a chart's text in pixels, rather too wide than too narrow: charts are laid out before
 * any font is loaded.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += emOf(character) * TEXT_SIZE;
  return width;
}

/** A label as a chart can show it: nothing invisible, no wider than so many pixels. */
export function fitLabel(text: string, pixels: number): string {
  const label = showInvisible(text.replace(/\s+/g, " ").trim());
  if (textWidth(label) <= pixels) return label;
  const room = pixels - textWidth("…");
  let kept = "";
  for (const character of label) {
    if (textWidth(kept) + textWidth(character) > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Upper bounds of the advance widths, in em, of the classes of letters they name. */
function emOf(character: string): number {
  if (/[ijlI.,:;'!`]/.test(character)) return 0.33;
  if (/[ tfr1()[\]{}/|-]/.test(character)) return 0.45;
  if (/[a-z]/.test(character)) return /[mw]/.test(character) ? 0.9 : 0.63;
  if (/[0-9$\u2212\u00a0]/.test(character)) return 0.67;
  if (/[A-Z]/.test(character)) return /[MW]/.test(character) ? 1.02 : 0.77;
  return character < "\u2e80" ? 1.03 : 1.3;
}
