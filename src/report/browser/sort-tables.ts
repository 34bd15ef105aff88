/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { sortedTable } from "./sorted-table.js";

/** Lets a reader of a report sort those of its tables that have columns to sort by. */
for (const table of document.querySelectorAll<HTMLTableElement>("table:has(th[data-sort])")) {
  const order = sortedTable(table, (sort) => order(sort));
}
