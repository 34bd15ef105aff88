import type { Interval } from "../statistics/estimate.js";
import type { Overlay } from "./overlay.js";
import type { Split } from "./split.js";

/** Two scenarios held against each other on one output: the content of `comparison.json`. */
export interface Comparison {
  readonly format: "breakeven/comparison/1";
  readonly a: ComparedScenario;
  readonly b: ComparedScenario;
  readonly output: { readonly name: string; readonly label: string; readonly unit: string };
  /** What differs, as it is exchanged; the largest part of the change first. */
  readonly factors: readonly ComparedFactor[];
  /** The change between the outputs with every uncertain input at its median. */
  readonly point: Split | null;
  /** What simulation adds; null where neither output is uncertain. */
  readonly simulated: SimulatedComparison | null;
  /** Names of quantities that differ and on which neither output rests. */
  readonly elsewhere: readonly string[];
  /** What a reader should know of how factors were formed, one sentence each. */
  readonly notes: readonly string[];
}

/** One of the two. */
export interface ComparedScenario {
  readonly scenario: string;
  readonly title: string;
  /** The output in the comparison's unit, every uncertain input at its median. */
  readonly value: number;
  readonly uncertain: boolean;
}

/** A factor with what changes in it. */
export interface ComparedFactor {
  readonly name: string;
  readonly label: string;
  /** The quantity that stands for it, from the first scenario to the second; null where none does. */
  readonly from: Stated | null;
  readonly to: Stated | null;
  readonly changes: readonly Change[];
}

/** A quantity of a factor, null on the side whose output does not rest on it. */
export interface Change {
  readonly name: string;
  readonly label: string;
  readonly from: Stated | null;
  readonly to: Stated | null;
  /** Where a distribution changed that both state in one unit. */
  readonly overlay?: Overlay;
}

/** How a scenario states a quantity. */
export interface Stated {
  /** In `unit`, every uncertain input at its median. */
  readonly value: number;
  readonly unit: string;
  /** What it is where it is no number, and in which words. */
  readonly kind?: "distribution" | "conditional" | "formula";
  readonly as?: string;
  /** Of a distribution, in `unit`. */
  readonly p5?: number;
  readonly p95?: number;
}

/** What simulating every mixture on the same draws says. All intervals are of the simulation error. */
export interface SimulatedComparison {
  readonly run: {
    /** Draws of each mixture. */
    readonly draws: number;
    readonly replicates: number;
    readonly mixtures: number;
    readonly seed: string;
    readonly method: string;
  };
  /** Draws in which the output is not a finite number. */
  readonly undefined: { readonly a: number; readonly b: number };
  readonly median: {
    readonly a: Interval;
    readonly b: Interval;
    /** b less a. */
    readonly difference: Interval;
    readonly split: Split | null;
  };
  /** How often a is at or below b. */
  readonly cheaper: {
    /** In one future: inputs of one name take the same rank in both. */
    readonly together: Interval;
    /** Each in a future of its own. */
    readonly apart: Interval;
  };
  readonly breakEven: readonly ComparedBreakEven[];
}

/** How often each is at or below a price, and which factor moves these odds. */
export interface ComparedBreakEven {
  readonly against: string;
  /** In the output's unit. */
  readonly price: { readonly a: number; readonly b: number };
  readonly a: Interval;
  readonly b: Interval;
  /** b less a. */
  readonly difference: Interval;
  readonly split: Split | null;
}
