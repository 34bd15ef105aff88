/** What a reader made of the table; it stands in the page's address, to be kept and sent on. */
export interface TableState {
  /** Undefined is the order of the page. */
  readonly sort: { readonly column: string; readonly descending: boolean } | undefined;
  readonly filter: string;
  /** Names of the rows put away. */
  readonly hidden: readonly string[];
}

/** Reads `#sort=-median&filter=moe&hide=a&hide=b`; what it does not know it passes over. */
export function readState(hash: string): TableState {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const sort = asked.get("sort");
  return {
    sort: sort ? { column: sort.replace(/^-/, ""), descending: sort.startsWith("-") } : undefined,
    filter: asked.get("filter") ?? "",
    hidden: asked.getAll("hide"),
  };
}

/** The same as text, empty where nothing was changed. */
export function writeState({ sort, filter, hidden }: TableState): string {
  const parts = new URLSearchParams();
  if (sort) parts.set("sort", `${sort.descending ? "-" : ""}${sort.column}`);
  if (filter !== "") parts.set("filter", filter);
  for (const name of hidden) parts.append("hide", name);
  const text = parts.toString();
  return text === "" ? "" : `#${text}`;
}
