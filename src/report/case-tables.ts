import type { Summary } from "../summary/summary.js";
import { csv } from "./escape.js";
import type { ReportFile } from "./report-file.js";

/** `cases.csv` and `losses.csv`, where the summary has something to put there. */
export function caseTables(summary: Summary): readonly ReportFile[] {
  const { cases, losses } = summary;
  return [
    ...(cases ? [{ path: "cases.csv", content: casesCsv(summary) }] : []),
    ...(losses && losses.inputs.length > 0
      ? [{ path: "losses.csv", content: lossesCsv(summary) }]
      : []),
  ];
}

/** Percentiles of the output by rows, with every input's median and spread in the futures there. */
function casesCsv({ cases, outputs, assumptions }: Summary): string {
  const found = cases!;
  const rows = found.cases.flatMap(({ percentile, value, futures, inputs }) => [
    [
      ...[percentile, found.output, outputs[found.output]!.unit, futures],
      ...[value.value, value.low, value.high, NaN, NaN, "", NaN],
    ],
    ...inputs.map(({ input, median, p10, p90, most }) => [
      ...[percentile, input, assumptions.find(({ name }) => name === input)?.unit ?? "", futures],
      ...[median.value, median.low, median.high, p10, p90],
      ...[most?.case ?? "", most?.share.value ?? NaN],
    ]),
  ]);
  const header = ["percentile", "quantity", "unit", "futures", "median", "median_low"];
  return csv([...header, "median_high", "p10", "p90", "most_frequent", "its_share"], rows);
}

/** Inputs by rows: percentile ranks in losing futures and in the others. */
function lossesCsv({ losses }: Summary): string {
  const { against, inputs } = losses!;
  return csv(
    [
      ...["against", "input", "separation", "separation_error", "separation_low"],
      ...["separation_high", "losing_p10", "losing_p50", "losing_p90"],
      ...["others_p10", "others_p50", "others_p90"],
    ],
    inputs.map(({ input, separation, group, others }) => [
      ...[against, input, separation.value, separation.error, separation.low, separation.high],
      ...[group.p10, group.p50, group.p90, others.p10, others.p50, others.p90],
    ]),
  );
}
