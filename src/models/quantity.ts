import type { DistributionSpec } from "../distributions/distribution.js";

/** How well a number is known: A measured or contracted, B published, C judgement. */
export type Grade = "A" | "B" | "C";

/** Whether a number differs from one case to the next, or is one number that nobody knows exactly. */
export type Nature = "variability" | "uncertainty";

/** Of a switch: the names of its values 0, 1, 2 and so on. */
interface Cases {
  readonly cases?: readonly string[];
}

/** One distribution that a conditional input may have. */
export interface Member {
  /** The case of the switch in which the input has it; absent where there is no switch. */
  readonly case?: string;
  /** In `unit`; at the parameters in `given` it holds their medians, which stand for them. */
  readonly spec: DistributionSpec;
  readonly unit: string;
  /** Parameters that are uncertain themselves, each with the name of the input that is its value. */
  readonly given: Readonly<Record<string, string>>;
}

/**
 * What a quantity is: a number, a distribution, a distribution that depends on other inputs of the
 * same draw, or a formula over other quantities; in its own unit where nothing else is said.
 */
export type Definition =
  | ({ readonly kind: "constant"; readonly value: number } & Cases)
  | ({ readonly kind: "distribution"; readonly spec: DistributionSpec } & Cases)
  | {
      readonly kind: "conditional";
      /** The switch whose value k chooses member k; absent where there is one member. */
      readonly by?: string;
      readonly members: readonly Member[];
    }
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
  /** Who answers for it. */
  readonly owner?: string;
  /** When it was published, measured or judged: `2026-03-31`, or the month alone. */
  readonly date?: string;
  /** Of an uncertain input; uncertainty where absent. */
  readonly nature?: Nature;
  readonly definition: Definition;
}

/** A few quantities that answer one question a reader would ask: "the GPU-hour", "the batch". */
export interface Factor {
  readonly name: string;
  readonly label: string;
  /** Whatever reaches an output only through these belongs to the factor. */
  readonly quantities: readonly string[];
}

/** What the physics allows: a value that may not exceed another. */
export interface Limit {
  /** Checked where the outputs rest on this quantity. */
  readonly of: string;
  readonly value: string;
  /** The most that `value` can be; of the same unit. */
  readonly most: string;
  /** What a value above it would mean: "the weights do not fit into the replica". */
  readonly breach: string;
}

/** What a quantity is made of, as terms that add up to it; those that take away are below 0. */
export interface Stack {
  /** The quantity. */
  readonly of: string;
  readonly terms: readonly Term[];
}

/** One term of a stack. */
export interface Term {
  /** As a bar is named: "Idle capacity". */
  readonly label: string;
  /** Over quantities of the model; of the unit of the quantity that the stack is of. */
  readonly formula: string;
  /** What the term is made of itself, where a scenario keeps the formulas that this rests on. */
  readonly terms?: readonly Term[];
}

/** Two inputs of a model that move together, and why. */
export interface Link {
  readonly between: readonly [string, string];
  /** Spearman's rank correlation. */
  readonly rank: number;
  readonly source: string;
}

/** A cost model of the library: a graph of quantities written in the language that scenarios use. */
export interface Model {
  readonly name: string;
  readonly title: string;
  /** One paragraph: the question it answers and what it leaves out. */
  readonly meaning: string;
  /** Base units it counts in beyond the built-in ones. */
  readonly units?: readonly string[];
  readonly quantities: readonly Quantity[];
  /** How a difference between two scenarios of this model is told. */
  readonly factors?: readonly Factor[];
  readonly limits?: readonly Limit[];
  /** How its quantities are broken up in a report. */
  readonly stacks?: readonly Stack[];
  /** Holds where both inputs stay uncertain and a scenario says nothing else of the pair. */
  readonly correlations?: readonly Link[];
  /** Quantities reported when a scenario names none. */
  readonly outputs: readonly string[];
}
