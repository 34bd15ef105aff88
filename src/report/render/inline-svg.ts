import { escapeMarkup } from "../escape.js";
import { colours } from "../figures/theme.js";
import { rewriteTags } from "./rewrite-tags.js";

/** What a chart in a page says to those who cannot see it. */
export interface Described {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly alt: string;
}

/**
 * A stand-alone SVG made fit for a page: no background, colours that follow the page's theme, ids of
 * its own, one image with a title and a description.
 */
export function inlineSvg(svg: string, { id, title, alt }: Described): string {
  const opening = /^<svg[^>]*>/.exec(svg)![0];
  const size = /width="([0-9.]+)" height="([0-9.]+)"/.exec(opening)!;
  const body = svg.slice(opening.length).replace(BACKGROUND, "");
  return (
    `<svg role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 ${size[1]} ${size[2]}" width="${size[1]}" height="${size[2]}">` +
    `<title id="${id}-t">${escapeMarkup(title)}</title><desc id="${id}-d">${escapeMarkup(alt)}</desc>` +
    rewriteTags(body, (tag) => themed(prefixed(slim(tag), id)))
  );
}

const BACKGROUND = /<rect width="[^"]*" height="[^"]*" fill="#ffffff"[^>]*\/?>(<\/rect>)?/;

/** Hundredths of a pixel are enough, and what is so anyway need not be said. */
function slim(tag: string): string {
  return tag
    .replace(/ (?:opacity="1"|pointer-events="none")/g, "")
    .replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
}

function prefixed(tag: string, id: string): string {
  return tag.replace(/( id="|url\(#|href="#)/g, `$1${id}-`);
}

/** Palette colours become variables with the light colour to fall back on. */
function themed(tag: string): string {
  return Object.entries(colours).reduce(
    (text, [name, hex]) =>
      text.replaceAll(new RegExp(`(fill|stroke)="${hex}"`, "g"), `$1="var(--${name}, ${hex})"`),
    tag,
  );
}
