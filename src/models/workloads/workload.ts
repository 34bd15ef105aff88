import type { Quantity } from "../quantity.js";

/** A kind of use: quantities that take the place of a model's own of the same name. */
export interface Workload {
  readonly name: string;
  readonly title: string;
  readonly quantities: readonly Quantity[];
}
