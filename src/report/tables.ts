import type { Summary } from "../summary/summary.js";
import { csv } from "./escape.js";

/** A table as files hold it: its header, and rows of as many cells. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** `percentiles.csv`: outputs by rows, percentiles with their intervals and moments by columns. */
export function percentilesCsv(summary: Summary): string {
  const { header, rows } = percentilesTable(summary);
  return csv(header, rows);
}

/** The same as a table. */
export function percentilesTable({ outputs }: Summary): Table {
  const names = Object.keys(Object.values(outputs)[0]!.percentiles);
  const header = [
    ...["output", "label", "unit", "mean", "mean_error", "mean_low", "mean_high"],
    ...["sd", "sd_error", "undefined"],
    ...names.flatMap((name) => [name, `${name}_low`, `${name}_high`]),
  ];
  const rows = Object.entries(outputs).map(([name, output]) => [
    ...[name, output.label, output.unit],
    ...[output.mean?.value ?? NaN, output.mean?.error ?? NaN],
    ...[output.mean?.low ?? NaN, output.mean?.high ?? NaN],
    ...[output.sd?.value ?? NaN, output.sd?.error ?? NaN, output.undefined],
    ...names.flatMap((key) => {
      const { value, low, high } = output.percentiles[key as "p50"]!;
      return [value, low, high];
    }),
  ]);
  return { header, rows };
}
