/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { compareKeys } from "./compare-keys.js";
import { readState, type TableState, writeState } from "./table-state.js";

/** Makes the index sortable by its headings, filtered by a text and its rows hideable. */
const table = document.querySelector<HTMLTableElement>("#scenarios")!;
const region = table.closest<HTMLElement>(".scroll")!;
const rows = [...table.tBodies[0]!.rows];
const headings = [...table.tHead!.rows[0]!.cells];
const columns = headings.map((heading) => heading.dataset["column"]!);
const initial = columns[headings.findIndex((heading) => heading.hasAttribute("aria-sort"))]!;
const texts = rows.map((row) => plain(row.textContent));

const filter = document.createElement("input");
const status = document.createElement("p");
const restore = button("Show hidden rows");
let state = readState(location.hash);

region.before(controls());
headings.forEach(makeSortable);
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

function makeSortable(heading: HTMLTableCellElement): void {
  const column = heading.dataset["column"]!;
  const sorter = button(heading.textContent.trim());
  sorter.addEventListener("click", () => {
    const descending = heading.ariaSort === "ascending";
    change({ sort: { column, descending } });
  });
  heading.replaceChildren(sorter);
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

function button(text: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  return made;
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
  const { column, descending } = state.sort ?? { column: initial, descending: true };
  const k = columns.indexOf(column);
  if (k < 0) return;
  headings.forEach((heading, other) => {
    heading.ariaSort = other === k ? (descending ? "descending" : "ascending") : null;
  });
  // Without a wish the order is that of the page.
  const grouped = headings[k]!.dataset["byUnit"] !== undefined;
  const sorted = state.sort
    ? rows.toSorted((one, other) =>
        compareKeys(keyOf(one, k, grouped), keyOf(other, k, grouped), descending),
      )
    : rows;
  table.tBodies[0]!.append(...sorted);
}

function keyOf(
  row: HTMLTableRowElement,
  column: number,
  grouped: boolean,
): { key: string | undefined; group: number } {
  const key = row.cells[column]!.dataset["key"];
  return { key, group: grouped ? Number(row.dataset["group"]) : 0 };
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}
