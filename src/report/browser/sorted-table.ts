/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { compareKeys, type SortKey } from "./compare-keys.js";

/** A wish for an order: a column by its place. */
export interface Sort {
  readonly column: number;
  readonly descending: boolean;
}

/**
 * Makes the headings of a table that have `data-sort` buttons.
 *
 * A cell is sorted by its `data-key`, else by its text; where that is empty it stands last. Columns with `data-by-unit` keep rows of one
 * `data-group` together.
 *
 * @param wish is told of a press, which changes nothing by itself
 * @returns puts the rows in an order, or without one in that of the page, and says so to everyone
 */
export function sortedTable(
  table: HTMLTableElement,
  wish: (sort: Sort) => void,
): (sort: Sort | undefined) => void {
  const body = table.tBodies[0]!;
  const rows = [...body.rows];
  const headings = [...table.tHead!.rows[0]!.cells];
  const column = headings.findIndex((heading) => heading.ariaSort !== null);
  const initial = { column, descending: headings[column]?.ariaSort === "descending" };
  for (const [place, heading] of headings.entries()) {
    if (heading.dataset["sort"] === undefined) continue;
    const sorter = button(heading.textContent.trim());
    sorter.addEventListener("click", () => {
      wish({ column: place, descending: heading.ariaSort === "ascending" });
    });
    heading.replaceChildren(sorter);
  }
  return (sort) => {
    const { column, descending } = sort ?? initial;
    headings.forEach((heading, place) => {
      const order = descending ? "descending" : "ascending";
      heading.ariaSort = place === column ? order : null;
    });
    const grouped = headings[column]?.dataset["byUnit"] !== undefined;
    const key = (row: HTMLTableRowElement): SortKey => keyOf(row, column, grouped);
    // Without a wish the order is that of the page.
    const sorted = sort
      ? rows.toSorted((one, other) => compareKeys(key(one), key(other), descending))
      : rows;
    body.append(...sorted);
  };
}

function keyOf(row: HTMLTableRowElement, column: number, grouped: boolean): SortKey {
  const cell = row.cells[column]!;
  const key = cell.dataset["key"] ?? cell.textContent.trim();
  return { key: key === "" ? undefined : key, group: grouped ? Number(row.dataset["group"]) : 0 };
}

/** A button that submits nothing. */
export function button(text: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  return made;
}
