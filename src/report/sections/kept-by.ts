import type { Assumption } from "../../summary/summary.js";
import { html, type Markup } from "../escape.js";
import type { Column } from "./table.js";

/** Who answers for a number, or since when it stands. */
export type Kept = "owner" | "date";

const TITLES: Readonly<Record<Kept, string>> = { owner: "Owner", date: "Date" };

/** Which of the two any assumption states; a register in which nobody does has no column for it. */
export function keptBy(assumptions: readonly Assumption[]): readonly Kept[] {
  return (["owner", "date"] as const).filter((kept) =>
    assumptions.some((assumption) => assumption[kept] !== undefined),
  );
}

/** Their columns in a table of assumptions. */
export function keptColumns(kept: readonly Kept[]): readonly Column[] {
  return kept.map((one) => ({ title: TITLES[one], sort: true }));
}

/** Their cells of one assumption; what it leaves unsaid is named. */
export function keptCells(
  kept: readonly Kept[],
  assumption: Pick<Assumption, Kept>,
): readonly (string | Markup)[] {
  return kept.map((one) => assumption[one] ?? html`<span class="note">no ${one}</span>`);
}
