import { createHash } from "node:crypto";
import { html, type Markup, trusted } from "./escape.js";
import { type PageLook, pageStyle } from "./style.js";

/** What a page may have beside its text. */
export interface PageOptions extends PageLook {
  /** JavaScript that the page runs once it is read, each named to the browser by its hash. */
  readonly scripts?: readonly string[];
  /** Wider than a page of prose, for a table of many columns. */
  readonly broad?: boolean;
}

/**
 * A whole page that needs nothing but itself: no request, its style and fonts inside, and no script
 * but those given, which its policy allows by their SHA-256.
 *
 * @throws {RangeError} where a script would end early or open a comment in the markup
 */
export function page(
  title: string,
  body: Markup,
  { scripts = [], broad = false, ...look }: PageOptions = {},
): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policyFor(scripts)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="Breakeven" />
        <title>${title}</title>
        <style>
          ${trusted(pageStyle(look))}
        </style>
      </head>
      <body>
        <main${broad ? trusted(' class="broad"') : undefined}>${body}</main>
        ${scripts.map(inline)}
      </body>
    </html> `.markup;
}

function policyFor(scripts: readonly string[]): string {
  const hashes = scripts.map(
    (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
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
