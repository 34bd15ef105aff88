import type { Driver } from "../sensitivity/drivers.js";
import type { Regression } from "../sensitivity/regression.js";
import type { Share } from "../sensitivity/explain-variance.js";
import type { Interval } from "../statistics/estimate.js";
import type { BreakEven } from "./summary.js";
import type { Swings } from "./swings.js";

/** What of an output is explained; `decision`: whether it is at or below the price. */
export type Aspect = "value" | "logarithm" | "decision";

/** Shares of the variance of each aspect; those that were refused are absent. */
export type Shares = Readonly<Partial<Record<Aspect, Share>>>;

/** One uncertain input and what it does to the output. */
export interface InputSensitivity extends Driver {
  readonly label: string;
  readonly shares: Shares;
  /** How far knowing the input moves the whole distribution; at or below `noise` it may be nothing. */
  readonly pawn: { readonly distance: Interval; readonly noise: number };
}

/** What drives one output of a scenario; `sensitivity.json` and `--json` of the command. */
export interface SensitivityAnalysis {
  readonly format: "breakeven/sensitivity/1";
  readonly scenario: string;
  readonly title: string;
  readonly output: string;
  readonly label: string;
  readonly unit: string;
  /** The first price of the output, where it has one. */
  readonly price?: BreakEven;
  readonly run: {
    /** Draws of ranks, tenths and PAWN, and base points of the shares (of Shapley effects at most). */
    readonly draws: number;
    readonly seed: string;
    readonly method: string;
    /** Evaluations of the model in all. */
    readonly evaluations: number;
  };
  /** Shapley effects where inputs are correlated. */
  readonly method: "sobol" | "shapley";
  /** Most influential first, by this aspect; `distance` is PAWN's, where no variance can be shared. */
  readonly rankedBy: Aspect | "distance";
  readonly inputs: readonly InputSensitivity[];
  /** The inputs that a screening of many left out, taken as one. */
  readonly rest?: { readonly inputs: readonly string[]; readonly shares: Shares };
  /** The output along the percentiles of each input, one at a time. */
  readonly swings?: Swings;
  /** A straight line through the ranks of all inputs; absent where inputs were screened. */
  readonly regression?: Regression;
  /** Why an aspect has no shares. */
  readonly refused: Readonly<Partial<Record<Aspect, string>>>;
  /** Of all evaluations of the shares and of the draws: those that gave no finite number. */
  readonly undefined: { readonly evaluations: number; readonly draws: number };
  readonly warnings: readonly string[];
}
