import type { Driver } from "../sensitivity/drivers.js";
import type { Share } from "../sensitivity/explain-variance.js";
import type { Interval } from "../statistics/estimate.js";
import type { SensitivityAnalysis } from "../summary/sensitivity-analysis.js";
import type { Summary, VarianceNote } from "../summary/summary.js";
import { shareInterval } from "../summary/variance-shares.js";
import { csv } from "./escape.js";
import type { Table } from "./tables.js";

const bounds = (name: string): readonly string[] => [name, `${name}_low`, `${name}_high`];

/** New columns stand at the end, so that readers of the earlier ones go on working. */
const HEADER = [
  ...["output", "input", "rank_correlation", "statistic", "against"],
  ...["lowest_tenth", "lowest_low", "lowest_high"],
  ...["highest_tenth", "highest_low", "highest_high"],
  ...["first", "total", "shapley"].flatMap(bounds),
  ...[...bounds("pawn"), "pawn_noise"],
];

type Cell = string | number;

/** `sensitivity.csv` of a run: one row for each output, input and statistic. */
export function sensitivityCsv(summary: Summary): string {
  const { header, rows } = sensitivityTable(summary);
  return csv(header, rows);
}

/** The same as a table. */
export function sensitivityTable({ sensitivity, variance = {} }: Summary): Table {
  const rows = Object.entries(sensitivity).flatMap(([output, drivers]) =>
    drivers.flatMap((driver) => [
      ...tenthRows(output, driver),
      ...varianceRow(output, driver, variance[output]),
    ]),
  );
  return { header: HEADER, rows: rows.map(filled) };
}

function varianceRow(
  output: string,
  { input, rank, first, total }: Driver,
  note: VarianceNote | undefined,
): readonly (readonly Cell[])[] {
  if (!first || !total || !note || "refused" in note) return [];
  const [alone, all] = [first, total].map(shareInterval) as [Interval, Interval];
  const share: Share = { kind: "sobol", first: alone, total: all };
  const head = [output, input, rank, `variance of ${note.of}`, "", ...blanks(6)];
  return [[...head, ...shareCells(share)]];
}

/** The same of an analysis, with what each input explains of each aspect and how far it moves all. */
export function analysisCsv({ output, inputs, rest, price }: SensitivityAnalysis): string {
  const shareRows = (input: string, rank: number, of: (typeof inputs)[number]["shares"]) =>
    Object.entries(of).map(([aspect, share]) => [
      ...[output, input, rank, `variance of ${aspect}`],
      ...[aspect === "decision" ? price!.against : "", ...blanks(6), ...shareCells(share)],
    ]);
  const rows = inputs.flatMap((driver): readonly (readonly Cell[])[] => {
    const { input, rank, shares, pawn } = driver;
    return [
      ...tenthRows(output, driver),
      ...shareRows(input, rank, shares),
      [
        ...[output, input, rank, "distribution", ...blanks(7 + 9)],
        ...[...cells(pawn.distance), pawn.noise],
      ],
    ];
  });
  const others = rest ? shareRows(rest.inputs.join(" "), NaN, rest.shares) : [];
  return csv(HEADER, [...rows, ...others].map(filled));
}

function tenthRows(
  output: string,
  { input, rank, low, high, breakEven }: Driver,
): readonly (readonly Cell[])[] {
  return [
    [output, input, rank, "median", "", ...cells(low), ...cells(high)],
    ...breakEven.map((bet) => [
      ...[output, input, rank, "probability", bet.against],
      ...[...cells(bet.low), ...cells(bet.high)],
    ]),
  ];
}

function shareCells(share: Share): readonly Cell[] {
  return share.kind === "sobol"
    ? [...cells(share.first), ...cells(share.total)]
    : [...blanks(6), ...cells(share.effect)];
}

function cells({ value, low, high }: Interval): readonly number[] {
  return [value, low, high];
}

function blanks(count: number): readonly string[] {
  return new Array<string>(count).fill("");
}

function filled(row: readonly Cell[]): readonly Cell[] {
  return [...row, ...blanks(HEADER.length - row.length)];
}
