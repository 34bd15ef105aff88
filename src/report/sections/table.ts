import { html, type Markup } from "../escape.js";

/** A column of a table; numbers stand to the right, long text may wrap. */
export interface Column {
  readonly title: string;
  readonly kind?: "number" | "wrap";
}

/**
 * A table that scrolls sideways in itself where the page is narrow.
 *
 * @param rows as many cells as there are columns; the first cell of a row is its header
 */
export function tableOf(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly (string | Markup)[])[],
): Markup {
  const kinds = columns.map(({ kind }) => (kind === "number" ? "n" : (kind ?? "")));
  const head = columns.map(
    ({ title }, k) => html`<th scope="col" class="${kinds[k]!}">${title}</th>`,
  );
  const body = rows.map((cells) => {
    const [first, ...rest] = cells;
    const others = rest.map((cell, k) => html`<td class="${kinds[k + 1]!}">${cell}</td>`);
    return html`<tr>
      <th scope="row" class="${kinds[0]!}">${first}</th>
      ${others}
    </tr> `;
  });
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div> `;
}
