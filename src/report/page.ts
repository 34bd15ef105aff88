import { html, type Markup, trusted } from "./escape.js";
import { type PageLook, pageStyle } from "./style.js";

/** A whole page that needs nothing but itself: no script, no request, its style and fonts inside. */
export function page(title: string, body: Markup, look: PageLook = {}): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="Breakeven" />
        <title>${title}</title>
        <style>
          ${trusted(pageStyle(look))}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html> `.markup;
}
