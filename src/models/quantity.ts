import type { DistributionSpec } from "../distributions/distribution.js";

/** How well a number is known: A measured or contracted, B published, C judgement. */
export type Grade = "A" | "B" | "C";

/** What a quantity is: a number, a distribution, or a formula over other quantities; in its own unit. */
export type Definition =
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "distribution"; readonly spec: DistributionSpec }
  | { readonly kind: "formula"; readonly formula: string };

/** One named node of a model's graph, as plain data. A scenario may override any of it. */
export interface Quantity {
  readonly name: string;
  readonly label: string;
  /** As written: `USD/Mtoken`, `1` for a pure number. */
  readonly unit: string;
  /** One line: what it means. */
  readonly meaning?: string;
  readonly source?: string;
  readonly grade?: Grade;
  readonly definition: Definition;
}

/** A cost model of the library: a graph of quantities written in the language that scenarios use. */
export interface Model {
  readonly name: string;
  readonly title: string;
  /** One paragraph: the question it answers and what it leaves out. */
  readonly meaning: string;
  readonly quantities: readonly Quantity[];
  /** Quantities reported when a scenario names none. */
  readonly outputs: readonly string[];
}
