import type { BreakEven, OutputSummary, Summary } from "./summary.js";

/** What of an earlier summary a later run is held against; numbers that were not finite are NaN. */
export interface EarlierSummary {
  readonly scenario: string;
  readonly run: Pick<Summary["run"], "draws" | "replicates" | "seed" | "method">;
  readonly outputs: Readonly<Record<string, EarlierOutput>>;
  readonly breakEven: readonly Pick<BreakEven, "output" | "against" | "price" | "probability">[];
}

/** An output of an earlier run. */
export type EarlierOutput = Pick<
  OutputSummary,
  "unit" | "undefined" | "percentiles" | "worstTwentieth"
>;
