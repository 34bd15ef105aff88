import { type Changes, NO_CHANGES, withMove, withPrice } from "./changes.js";
import type { LiveRecord } from "./live-record.js";

const PREFIX = "#v=";
const NUMBER = "-?[0-9]+(?:\\.[0-9]+)?(?:e[-+]?[0-9]+)?";
const PRICE = new RegExp(`^@(${NUMBER})$`);
const MOVE = new RegExp(`^([A-Za-z][A-Za-z0-9_]*):(${NUMBER})?(?:,(${NUMBER}))?$`);

/** The changes as the fragment of an address: `#v=@18;throughput:2000,1.5`; empty where there are none. */
export function permalink({ price, inputs }: Changes): string {
  const moves = Object.entries(inputs).map(
    ([name, { median, spread }]) =>
      `${name}:${median ?? ""}${spread === undefined ? "" : `,${spread}`}`,
  );
  const parts = [...(price === undefined ? [] : [`@${price}`]), ...moves];
  return parts.length === 0 ? "" : `${PREFIX}${parts.join(";")}`;
}

/** Whether a fragment is of the panel, and not the name of a place in the page. */
export function isPermalink(fragment: string): boolean {
  return fragment === "" || fragment.startsWith(PREFIX);
}

/** The changes that a fragment names; what it names that cannot be moved is left out. */
export function readPermalink(fragment: string, { price, inputs }: LiveRecord): Changes {
  if (!fragment.startsWith(PREFIX)) return NO_CHANGES;
  let changes = NO_CHANGES;
  for (const part of fragment.slice(PREFIX.length).split(";")) {
    const amount = PRICE.exec(part)?.[1];
    if (amount !== undefined && price) changes = withPrice(changes, finite(amount));
    const [, name, median, spread] = MOVE.exec(part) ?? [];
    if (name === undefined || !inputs.includes(name)) continue;
    changes = withMove(changes, name, { median: finite(median), spread: finite(spread) });
  }
  return changes;
}

function finite(text: string | undefined): number | undefined {
  const value = Number(text);
  return text !== undefined && Number.isFinite(value) ? value : undefined;
}
