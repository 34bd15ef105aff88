/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { button, sortedTable } from "./sorted-table.js";
import { readState, type TableState, writeState } from "./table-state.js";

/** Makes the index sortable by its headings, filtered by a text and its rows hideable. */
const table = document.querySelector<HTMLTableElement>("#scenarios")!;
const region = table.closest<HTMLElement>(".scroll")!;
const rows = [...table.tBodies[0]!.rows];
const columns = [...table.tHead!.rows[0]!.cells].map((heading) => heading.dataset["column"]!);
const order = sortedTable(table, ({ column, descending }) => {
  change({ sort: { column: columns[column]!, descending } });
});
const texts = rows.map((row) => plain(row.textContent));

const filter = document.createElement("input");
const status = document.createElement("p");
const restore = button("Show hidden rows");
let state = readState(location.hash);

region.before(controls());
rows.forEach(makeHideable);
addEventListener("hashchange", () => {
  state = readState(location.hash);
  show();
});
show();

function controls(): HTMLElement {
  const bar = document.createElement("div");
  bar.className = "controls";
  const label = document.createElement("label");
  filter.type = "search";
  filter.addEventListener("input", () => change({ filter: filter.value }));
  label.append("Filter ", filter);
  restore.addEventListener("click", () => {
    change({ hidden: [] });
    filter.focus();
  });
  status.role = "status";
  status.className = "note";
  bar.append(label, restore, status);
  return bar;
}

function makeHideable(row: HTMLTableRowElement, k: number): void {
  const hide = button("hide");
  const title = row.querySelector("a")!.textContent;
  hide.ariaLabel = `Hide ${title}`;
  hide.addEventListener("click", () => {
    const next = rows.slice(k + 1).find((other) => !other.hidden);
    change({ hidden: [...state.hidden, row.dataset["name"]!] });
    // The button is gone with its row, and the keyboard must not be left nowhere.
    (next?.querySelector("button") ?? filter).focus();
  });
  row.querySelector(".files")!.append(" ", hide);
}

function change(changed: Partial<TableState>): void {
  state = { ...state, ...changed };
  history.replaceState(null, "", writeState(state) || location.pathname + location.search);
  show();
}

function show(): void {
  if (filter.value !== state.filter) filter.value = state.filter;
  sort();
  const wanted = plain(state.filter);
  const matching = rows.map((_, k) => texts[k]!.includes(wanted));
  rows.forEach((row, k) => {
    row.hidden = !matching[k] || state.hidden.includes(row.dataset["name"]!);
  });
  const shown = rows.filter((row) => !row.hidden).length;
  const hidden = rows.filter((row) => state.hidden.includes(row.dataset["name"]!)).length;
  restore.hidden = hidden === 0;
  const rest = hidden === 0 ? "" : `, ${hidden} hidden`;
  status.textContent = `${shown} of ${rows.length} scenarios shown${rest}`;
}

function sort(): void {
  const column = columns.indexOf(state.sort?.column ?? "");
  order(state.sort && column >= 0 ? { ...state.sort, column } : undefined);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}
