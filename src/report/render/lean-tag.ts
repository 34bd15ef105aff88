/** Attributes that say what holds anyway in a page: SVG's own defaults, and what its style states. */
const SAID_ANYWAY =
  / (?:opacity="1"|stroke-width="1"|stroke-miterlimit="4"|pointer-events="none"|font-family="Inter, sans-serif"|transform="translate\(0,0\)"|[xy][12]="0")(?=[\s/>])/g;
/** Hundredths of a pixel: no screen shows more. */
const LONG_NUMBER = /-?[0-9]+\.[0-9]{3,}/g;

/** A tag of a chart without what makes no difference on a page; the stand-alone chart keeps it. */
export function leanTag(tag: string): string {
  const { of = "", rest = tag } = /^(?<of><[a-z]+)(?<rest> .*)$/is.exec(tag)?.groups ?? {};
  return `${of}${rest.replace(SAID_ANYWAY, "").replace(/ class="([^" ]*)[^"]*"/, ' class="$1"')}`.replace(
    / (transform|d|x|y|x1|x2|y1|y2|width|height)="([^"]*)"/g,
    (_, name: string, value: string) => ` ${name}="${value.replace(LONG_NUMBER, rounded)}"`,
  );
}

function rounded(number: string): string {
  const text = Number(number).toFixed(2);
  return String(Number(text));
}
