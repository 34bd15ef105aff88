import type { Summary } from "../summary/summary.js";
import { csv } from "./escape.js";

/** `percentiles.csv`: outputs by rows, percentiles with their intervals and moments by columns. */
export function percentilesCsv({ outputs }: Summary): string {
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
  return csv(header, rows);
}

/** `sensitivity.csv`: one row for each output, input and price. */
export function sensitivityCsv({ sensitivity }: Summary): string {
  const header = [
    ...["output", "input", "rank_correlation", "statistic", "against"],
    ...[
      "lowest_tenth",
      "lowest_low",
      "lowest_high",
      "highest_tenth",
      "highest_low",
      "highest_high",
    ],
  ];
  const rows = Object.entries(sensitivity).flatMap(([output, drivers]) =>
    drivers.flatMap(({ input, rank, low, high, breakEven }) => [
      [
        output,
        input,
        rank,
        "median",
        "",
        low.value,
        low.low,
        low.high,
        high.value,
        high.low,
        high.high,
      ],
      ...breakEven.map((bet) => [
        ...[output, input, rank, "probability", bet.against],
        ...[bet.low.value, bet.low.low, bet.low.high, bet.high.value, bet.high.low, bet.high.high],
      ]),
    ]),
  );
  return csv(header, rows);
}
