import { html, type Markup, trusted } from "./escape.js";
import { pageStyle } from "./style.js";

/** A part of a page that brings its own style, and scripts that may run by their hashes alone. */
export interface PageInsert {
  readonly section: Markup;
  readonly style: string;
  /** As a content security policy names them: `'sha256-...'`. */
  readonly scripts: readonly string[];
}

/**
 * A whole page that needs nothing but itself: no request, its style and fonts inside. No script but
 * those of an insert that stands in its body.
 */
export function page(title: string, body: Markup, insert?: PageInsert): string {
  const scripts =
    insert && insert.scripts.length > 0 ? `; script-src ${insert.scripts.join(" ")}` : "";
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:${scripts}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="Breakeven" />
        <title>${title}</title>
        <style>
          ${trusted(pageStyle() + (insert?.style ?? ""))}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html> `.markup;
}
