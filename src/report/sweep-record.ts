import type { SweepPoint } from "../decision/sweep.js";
import { csv } from "./escape.js";

/** One axis of a sweep, in the input's own unit. */
export interface SweepAxis {
  readonly input: string;
  readonly label: string;
  readonly unit: string;
  readonly log: boolean;
  readonly values: readonly number[];
}

/** A sweep and its question: `sweep.json` and `--json` of the command. */
export interface SweepRecord {
  readonly format: "breakeven/sweep/1";
  readonly scenario: string;
  readonly title: string;
  readonly output: string;
  readonly label: string;
  readonly unit: string;
  readonly run: { readonly draws: number; readonly seed: string; readonly method: string };
  readonly axes: readonly SweepAxis[];
  /** What the output is held against at every point; in its unit. */
  readonly prices: readonly { readonly against?: string; readonly price: number }[];
  /** Every combination of the axes' values, the last axis fastest. */
  readonly points: readonly SweepPoint[];
  /** Inputs that are correlated with those of the axes, and left as they are. */
  readonly correlated: readonly string[];
}

/** `sweep.csv`: one row a point. */
export function sweepCsv({ axes, prices, points }: SweepRecord): string {
  const bounds = (name: string): readonly string[] => [name, `${name}_low`, `${name}_high`];
  const header = [
    ...axes.map(({ input }) => input),
    ...["mean", "mean_error", ...["p5", "p50", "p95"].flatMap(bounds)],
    ...prices.flatMap(({ against, price }) =>
      bounds(`probability_at_or_below_${against ?? String(price)}`),
    ),
    "undefined",
  ];
  const rows = points.map(({ at, mean, p5, p50, p95, breakEven, undefined: unknown }) => [
    ...[...at, mean.value, mean.error],
    ...[p5, p50, p95, ...breakEven].flatMap(({ value, low, high }) => [value, low, high]),
    unknown,
  ]);
  return csv(header, rows);
}
