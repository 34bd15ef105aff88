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
  let room = pixels - textWidth("…");
  let kept = "";
  for (const character of label) {
    room -= textWidth(character);
    if (room < 0) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function emOf(character: string): number {
  const hundredths = ADVANCES.find(([letters]) => letters.includes(character))?.[1];
  if (hundredths !== undefined) return hundredths / 100;
  return character < "\u2e80" ? 1.03 : 1.3;
}

/** Advance widths of Inter 4's semibold letters in hundredths of an em, rounded up by groups. */
const ADVANCES: readonly (readonly [string, number])[] = [
  ["ijlI \u00a0", 28],
  [",.:;!'`t", 35],
  ["()[]|/\\fr", 40],
  ["1{}-_^", 48],
  ['sLzxkacJ7"*?', 58],
  ["vFyeEonhu52bdpqg", 63],
  ["3698PSRZ$B0T&4+<=>~#\u2212", 68],
  ["KYXDAV", 73],
  ["UCHGNOQ", 77],
  ["wmM", 92],
];
