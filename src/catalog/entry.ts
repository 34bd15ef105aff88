import type { Quantity } from "../models/quantity.js";

/** Something that a scenario can name: quantities that take the place of a model's own. */
export interface Entry {
  readonly name: string;
  readonly title: string;
  readonly quantities: readonly Quantity[];
}
