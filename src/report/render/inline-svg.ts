import { escapeMarkup } from "../escape.js";
import { colours } from "../figures/theme.js";
import { hoistAttributes } from "./hoist-attributes.js";
import { joinMarks } from "./join-marks.js";
import { leanTag } from "./lean-tag.js";
import { rewriteTags } from "./rewrite-tags.js";
import { unwrapGroups } from "./unwrap-groups.js";

/** What a chart in a page says to those who cannot see it. */
export interface Described {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly alt: string;
  /** Of a drawing of the same page that holds the title and the description; this one names them. */
  readonly sameAs?: string;
}

/**
 * A stand-alone SVG made fit for a page: no background, colours that follow the page's theme, ids of
 * its own, one image with a title and a description.
 */
export function inlineSvg(svg: string, { id, title, alt, sameAs }: Described): string {
  const opening = /^<svg[^>]*>/.exec(svg)![0];
  const size = /width="([0-9.]+)" height="([0-9.]+)"/.exec(opening)!;
  const body = svg.slice(opening.length).replace(BACKGROUND, "").replace(UNSEEN, "");
  const named = sameAs ?? id;
  const names = `<title id="${id}-t">${escapeMarkup(title)}</title><desc id="${id}-d">${escapeMarkup(alt)}</desc>`;
  return (
    `<svg role="img" aria-labelledby="${named}-t ${named}-d" viewBox="0 0 ${size[1]} ${size[2]}" width="${size[1]}" height="${size[2]}" font-family="Inter, sans-serif" font-size="12">` +
    (sameAs === undefined ? names : "") +
    unwrapGroups(
      joinMarks(hoistAttributes(rewriteTags(body, (tag) => leanTag(themed(prefixed(tag, id)))))),
    )
  );
}

const BACKGROUND = /<rect width="[^"]*" height="[^"]*" fill="#ffffff"[^>]*\/?>(<\/rect>)?/;

/** Outlines of groups that Vega writes although they have neither paint nor shape. */
const UNSEEN = /<path class="(?:background|foreground)" (?:(?!fill=|stroke=)[^>])*\/>/g;

function prefixed(tag: string, id: string): string {
  return tag.replace(/( id="|url\(#|href="#)/g, `$1${id}-`);
}

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(colours).map(([name, hex]) => [hex, name]),
);

/** Palette colours become variables, which every page states. */
function themed(tag: string): string {
  return tag.replace(/(fill|stroke)="(#[0-9a-f]{6})"/g, (whole, property: string, hex: string) => {
    const name = NAMES.get(hex);
    return name === undefined ? whole : `${property}="var(--${name})"`;
  });
}
