import type { Quantity } from "../models/quantity.js";

/** A quantity on its way through the checks: its unit may be faulty, or still to be inferred. */
export type Draft = Omit<Quantity, "unit"> & { readonly unit: string | undefined };
