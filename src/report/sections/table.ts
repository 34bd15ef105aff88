import { html, type Markup, trusted } from "../escape.js";
import { unbroken } from "../unbroken.js";

/** A column of a table; numbers stand to the right, long text may wrap. */
export interface Column {
  readonly title: string;
  readonly kind?: "number" | "wrap";
  /** Whether readers may sort by it: texts, or numbers that have an order among themselves. */
  readonly sort?: true | "ascending";
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
  const numbers = columns.every(({ kind }, k) => (kind === "number") === k > 0);
  const kinds = columns.map(({ kind }) => classOf(numbers ? undefined : kind));
  const head = columns.map(
    ({ title, sort }, k) => html`<th scope="col" ${kinds[k]}${sorting(sort)}>${title}</th>`,
  );
  const body = rows.map((cells) => {
    const [first, ...rest] = cells;
    const others = rest.map(
      (cell, k) => html`<td${kinds[k + 1]}>${whole(cell, columns[k + 1])}</td>`,
    );
    return html`<tr>
      <th scope="row" ${kinds[0]}>${whole(first!, columns[0])}</th>
      ${others}
    </tr> `;
  });
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
    <table${numbers ? trusted(' class="numbers"') : undefined}>
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

/** Numbers in cells stay on one line anyway. */
function whole(cell: string | Markup, column: Column | undefined): Markup | readonly Markup[] {
  if (typeof cell !== "string") return cell;
  return column?.kind === "number" || cell.startsWith("\u2212") ? html`${cell}` : unbroken(cell);
}

function classOf(kind: Column["kind"]): Markup | undefined {
  return kind && trusted(` class="${kind === "number" ? "n" : kind}"`);
}

/** What a script needs to make a heading a button; `ascending` says how the rows stand already. */
function sorting(sort: Column["sort"]): Markup | undefined {
  if (sort === undefined) return undefined;
  return trusted(sort === true ? " data-sort" : ` data-sort aria-sort="${sort}"`);
}
