import type { Interval } from "../statistics/estimate.js";

/** Numbers of the leading output that two runs are held against each other by. */
export type KeyFigure = "excess" | "median" | "p5" | "p95" | "p90" | "worstTwentieth";

/** Which run an earlier summary is of. */
export interface EarlierRun {
  readonly scenario: string;
  readonly draws: number;
  readonly seed: string;
  readonly method: string;
  /** The short name printed at the foot of its pages; without a `run.json` not known, as are the two below. */
  readonly id?: string;
  /** Of Breakeven. */
  readonly version?: string;
  /** Of the scenario's text. */
  readonly sha256?: string;
}

/** A key figure of two runs, in the unit of the later one. */
export interface FigureSince {
  readonly before: Interval;
  readonly now: Interval;
  /** Now less before; the errors of both taken as independent. */
  readonly difference: Interval;
  /** Whether its interval leaves out zero. */
  readonly clear: boolean;
}

/** What changed since an earlier run: part of `summary.json` where one was named. */
export interface Since {
  readonly run: EarlierRun;
  /** The output compared, which leads this run. */
  readonly output: string;
  /** In which the earlier run counted it. */
  readonly unit: string;
  /** Draws of the earlier run in which it had no finite value. */
  readonly undefined: number;
  /** What this run's main price was in the earlier one, in this run's unit; absent where it had none of that name. */
  readonly price?: number;
  /** Those that both runs have. `excess` is the chance that the output exceeds the main price. */
  readonly figures: Readonly<Partial<Record<KeyFigure, FigureSince>>>;
  /** The page that explains the difference, beside the report, or why there is none. */
  readonly page?: { readonly path: string } | { readonly leftOut: string };
}
