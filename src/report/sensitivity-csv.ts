import type { Driver, Ends } from "../sensitivity/drivers.js";
import type { Share } from "../sensitivity/explain-variance.js";
import type { Interval } from "../statistics/estimate.js";
import type { Associations } from "../summary/associations.js";
import type { NeededBelief } from "../summary/beliefs.js";
import type { SensitivityAnalysis } from "../summary/sensitivity-analysis.js";
import type { Summary, VarianceNote } from "../summary/summary.js";
import { type Swings, swingOf } from "../summary/swings.js";
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
  ...["srrc", "prcc", "r_squared"].flatMap(bounds),
  ...["at_p10", "at_p90"],
  ...[...bounds("needed"), "needed_side", "chance"],
] as const;

type Cell = string | number;
type Row = Readonly<Partial<Record<string, Cell>>>;

/** `sensitivity.csv` of a run: one row for each output, input and statistic. */
export function sensitivityCsv(summary: Summary): string {
  const { header, rows } = sensitivityTable(summary);
  return csv(header, rows);
}

/** The same as a table. */
export function sensitivityTable(summary: Summary): Table {
  const { sensitivity, variance = {}, swings = {}, associations = {} } = summary;
  const rows = Object.entries(sensitivity).flatMap(([output, drivers]) =>
    drivers.flatMap((driver) =>
      [
        ...tenthRows(driver),
        ...varianceRow(driver, variance[output]),
        ...associationRows(driver.input, associations[output]),
        ...swingRow(driver.input, swings[output]),
        ...beliefRows(driver.input, output, summary),
      ].map((row): Row => ({ output, input: driver.input, rank_correlation: driver.rank, ...row })),
    ),
  );
  return { header: HEADER, rows: rows.map(cellsOf) };
}

/** The same of an analysis, with what each input explains of each aspect and how far it moves all. */
export function analysisCsv(analysis: SensitivityAnalysis): string {
  const { output, inputs, rest, price, swings, regression } = analysis;
  const shareRows = (of: (typeof inputs)[number]["shares"]): readonly Row[] =>
    Object.entries(of).map(([aspect, share]) => ({
      statistic: `variance of ${aspect}`,
      against: aspect === "decision" ? price!.against : "",
      ...shareCells(share),
    }));
  const rows = inputs.flatMap((driver): readonly Row[] => {
    const { input, rank, shares, pawn } = driver;
    const slopes = regression?.inputs.find((one) => one.input === input);
    const own = [
      ...tenthRows(driver),
      ...shareRows(shares),
      { statistic: "distribution", ...cells("pawn", pawn.distance), pawn_noise: pawn.noise },
      ...(slopes ? [regressionRow(slopes, regression!.explained)] : []),
      ...swingRow(input, swings),
    ];
    return own.map((row) => ({ output, input, rank_correlation: rank, ...row }));
  });
  const others = (rest ? shareRows(rest.shares) : []).map((row) => ({
    ...{ output, input: rest!.inputs.join(" "), rank_correlation: NaN },
    ...row,
  }));
  return csv(HEADER, [...rows, ...others].map(cellsOf));
}

function tenthRows({ low, high, statistics, breakEven }: Driver): readonly Row[] {
  const row = (statistic: string, ends: Ends, against = ""): Row => ({
    ...{ statistic, against },
    ...named(["lowest_tenth", "lowest_low", "lowest_high"], ends.low),
    ...named(["highest_tenth", "highest_low", "highest_high"], ends.high),
  });
  return [
    row("median", { low, high }),
    ...breakEven.map((bet) => row("probability", bet, bet.against)),
    ...Object.entries(statistics ?? {}).map(([name, ends]) => row(name, ends)),
  ];
}

function varianceRow(
  { first, total, shapley }: Driver,
  note: VarianceNote | undefined,
): readonly Row[] {
  if (!note || "refused" in note) return [];
  const statistic = `variance of ${note.of}`;
  if (shapley) {
    return [{ statistic, ...shareCells({ kind: "shapley", effect: shareInterval(shapley) }) }];
  }
  if (!first || !total) return [];
  const [alone, all] = [first, total].map(shareInterval) as [Interval, Interval];
  return [{ statistic, ...shareCells({ kind: "sobol", first: alone, total: all }) }];
}

function associationRows(input: string, found: Associations | undefined): readonly Row[] {
  const own = found?.inputs.find((one) => one.input === input);
  if (!found || !own) return [];
  return [
    { statistic: "distribution", ...cells("pawn", own.pawn), pawn_noise: found.noise },
    regressionRow(own, found.explained),
  ];
}

function regressionRow(
  { standardized, partial }: Pick<Associations["inputs"][number], "standardized" | "partial">,
  explained: Interval,
): Row {
  return {
    statistic: "rank regression",
    ...cells("srrc", standardized),
    ...cells("prcc", partial),
    ...cells("r_squared", explained),
  };
}

function swingRow(input: string, swings: Swings | undefined): readonly Row[] {
  const own = swings?.inputs.find((one) => one.input === input);
  if (!own) return [];
  const { low, high } = swingOf(own);
  return [{ statistic: "one at a time", at_p10: low, at_p90: high }];
}

/** What has to be believed of an input, and where each future breaks even along it. */
function beliefRows(input: string, output: string, summary: Summary): readonly Row[] {
  const { beliefs, breakEvenValues } = summary;
  if (beliefs?.output !== output) return [];
  const { against } = beliefs;
  const belief = beliefs.inputs.find((one) => one.input === input);
  const values = breakEvenValues?.inputs.find((one) => one.input === input);
  return [
    ...(belief ? neededRows("value for even odds", against, belief.even) : []),
    ...(belief ? neededRows("value for 90%", against, belief.likely) : []),
    ...(["p5", "p50", "p95"] as const).flatMap((p): readonly Row[] => {
      const value = values?.[p];
      const statistic = `break-even value, ${p} of futures`;
      return value ? [{ statistic, against, ...cells("needed", value), chance: values.some }] : [];
    }),
  ];
}

function neededRows(statistic: string, against: string, needed: NeededBelief): readonly Row[] {
  const { chance } = needed;
  if (needed.kind !== "crosses") return [{ statistic, against, needed_side: needed.kind, chance }];
  return needed.crossings.map(({ value, reached }) => ({
    ...{ statistic, against, ...cells("needed", value), needed_side: reached, chance },
  }));
}

function shareCells(share: Share): Row {
  return share.kind === "sobol"
    ? { ...cells("first", share.first), ...cells("total", share.total) }
    : cells("shapley", share.effect);
}

function cells(name: string, interval: Interval): Row {
  return named(bounds(name), interval);
}

function named([value, low, high]: readonly string[], interval: Interval): Row {
  return { [value!]: interval.value, [low!]: interval.low, [high!]: interval.high };
}

function cellsOf(row: Row): readonly Cell[] {
  return HEADER.map((name) => row[name] ?? "");
}
