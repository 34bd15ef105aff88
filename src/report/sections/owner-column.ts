import type { Assumption } from "../../summary/summary.js";
import { html, type Markup } from "../escape.js";
import type { Column } from "./table.js";

/** Who answers for each assumption, as the last column of its table. */
export interface OwnerColumn {
  readonly columns: readonly Column[];
  readonly cells: (assumption: Pick<Assumption, "owner">) => readonly (string | Markup)[];
}

/** The column; none where nobody is named at all. */
export function ownerColumn(assumptions: readonly Assumption[]): OwnerColumn {
  if (assumptions.every(({ owner }) => owner === undefined)) {
    return { columns: [], cells: () => [] };
  }
  return {
    columns: [{ title: "Owner", sort: true }],
    cells: ({ owner }) => [owner ?? html`<span class="note">no owner</span>`],
  };
}
