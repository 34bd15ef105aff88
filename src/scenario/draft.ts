import type { Quantity } from "../models/quantity.js";

/** A quantity on its way through the checks: its unit may be faulty, or still to be inferred. */
export type Draft = Omit<Quantity, "unit"> & { readonly unit: string | undefined };

/** Stands for a quantity whose entry is faulty: it has a name and nothing can be said of its unit. */
export function faultyDraft(name: string): Draft {
  return { name, label: name, unit: undefined, definition: { kind: "constant", value: 1 } };
}
