import { createHash } from "node:crypto";
import type { Section } from "./sections/section.js";
import { html, type Markup, trusted } from "./escape.js";
import { type PageLook, pageStyle } from "./style.js";

/** A part of a page that brings its own style, and scripts that may run by their hashes alone. */
export interface PageInsert {
  readonly section: Section;
  readonly style: string;
  /** As a content security policy names them: `'sha256-...'`. */
  readonly scripts: readonly string[];
}

/** What a page may have beside its text. */
export interface PageOptions extends PageLook {
  /** JavaScript that the page runs once it is read, each named to the browser by its hash. */
  readonly scripts?: readonly string[];
  /** Stand in the body already; bring their styles and the hashes of their scripts. */
  readonly inserts?: readonly Omit<PageInsert, "section">[];
  /** What the page says, in a sentence, to who lists it. */
  readonly description?: string;
  /** Wider than a page of prose, for a table of many columns. */
  readonly broad?: boolean;
}

/**
 * A whole page that needs nothing but itself: no request, its style and fonts inside, and no script
 * but those given and those of its inserts, which its policy allows by their SHA-256.
 *
 * @throws {RangeError} where a script would end early or open a comment in the markup
 */
export function page(
  title: string,
  body: Markup,
  { scripts = [], broad = false, inserts = [], description, ...look }: PageOptions = {},
): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policyFor([...scripts.map(hashOf), ...inserts.flatMap((insert) => insert.scripts)])}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="Breakeven" />
        ${description === undefined ? undefined : html`<meta name="description" content="${description}" />`}
        <title>${title}</title>
        <style>
          ${trusted([pageStyle(look), ...inserts.map(({ style }) => style)].join(""))}
        </style>
      </head>
      <body>
        <main${broad ? trusted(' class="broad"') : undefined}>${body}</main>
        ${scripts.map(inline)}
      </body>
    </html> `.markup;
}

function hashOf(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

function policyFor(hashes: readonly string[]): string {
  return [
    "default-src 'none'",
    ...(hashes.length > 0 ? [`script-src ${hashes.join(" ")}`] : []),
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
  ].join("; ");
}

/** Nothing may stand between the tags but the script itself: the hash is of every character. */
function inline(script: string): Markup {
  if (/<\/script|<!--/i.test(script)) {
    throw new RangeError("a script may hold neither </script nor <!--");
  }
  return trusted(`<script>${script}</script>`);
}
