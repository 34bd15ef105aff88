import { leanPath } from "./lean-path.js";

/** Attributes that say what holds anyway in a page: SVG's own defaults, and what the drawing states. */
const SAID_ANYWAY =
  / (?:opacity="1"|stroke-width="1"|stroke-miterlimit="4"|pointer-events="none"|font-family="Inter, sans-serif"|font-size="12px"|font-weight="400"|transform="translate\(0,0\)"|[xy][12]="0")(?=[\s/>])/g;
/** Tenths of a pixel: nobody sees less. */
const LONG_NUMBER = /-?[0-9]+\.[0-9]{2,}/g;
/** A disc as Vega draws it, by two half circles around where it stands. */
const DISC =
  /^<path transform="translate\(([^,]+),([^)]+)\)" d="M([0-9.]+),0A\3,\3,0,1,1,-\3,0A\3,\3,0,1,1,\3,0"/;
/** A text that is only moved. */
const MOVED = /^(<text [^>]*?)transform="translate\(([^,)]+),([^)]+)\)"/;

/** A tag of a chart without what makes no difference on a page; the stand-alone chart keeps it. */
export function leanTag(tag: string): string {
  const { of = "", rest = tag } = /^(?<of><[a-z]+)(?<rest> .*)$/is.exec(tag)?.groups ?? {};
  return `${of}${rest.replace(SAID_ANYWAY, "").replace(/ class="([^" ]*)[^"]*"/, ' class="$1"')}`
    .replace(/ class="mark-group"/, "")
    .replace(DISC, '<circle cx="$1" cy="$2" r="$3"')
    .replace(MOVED, '$1x="$2" y="$3"')
    .replace(
      / (transform|x|y|x1|x2|y1|y2|cx|cy|r|width|height)="([^"]*)"/g,
      (_, name: string, value: string) => ` ${name}="${value.replace(LONG_NUMBER, rounded)}"`,
    )
    .replace(/ d="([^"]*)"/, (_, path: string) => ` d="${leanPath(path)}"`);
}

function rounded(number: string): string {
  return String(Number(Number(number).toFixed(1)));
}
