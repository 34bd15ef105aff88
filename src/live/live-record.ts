import type { DesignOptions } from "../sampling/design.js";
import type { Scenario } from "../scenario/scenario.js";

/** What a page carries to run its scenario again: the validated scenario and its draws' origin, no draws. */
export interface LiveRecord {
  /** Only the quantities that its outputs rest on; the first output leads. */
  readonly scenario: Scenario;
  /** Of the run as it ended. */
  readonly design: DesignOptions;
  /** The keys of the inputs' streams, four words each, by name. */
  readonly keys: Readonly<Record<string, readonly number[]>>;
  /** As much of the packed direction numbers as the inputs' Sobol' dimensions need. */
  readonly directions: string;
  /** Draws that a move evaluates: the first so many of the run. */
  readonly liveDraws: number;
  readonly recorded: Recorded;
  /** The price that can be moved, in the unit of the leading output. */
  readonly price?: { readonly name: string; readonly price: number };
  /** Inputs that can be moved, the most important first. */
  readonly inputs: readonly string[];
}

/** What a run finds over its first draws. */
export interface Found {
  readonly draws: number;
  /** Share of these draws in which the leading output is at or below the price. */
  readonly atOrBelow?: number;
  /** Of the leading output, in its own unit; null where it is not a number. */
  readonly median: number | null;
}

/** What the command found, for a browser to find again, and what the report says of it. */
export interface Recorded extends Found {
  /** The first sentence of the report, and the one on its range. */
  readonly headline: string;
  readonly range: string;
}
