import { formatCount, formatNumber, formatProbability } from "../report/format.js";
import { joined } from "../report/sentences.js";
import type { SweepAxis, SweepRecord } from "../report/sweep-record.js";
import { suffices, sweepSentence } from "../report/sweep-sentence.js";
import { table } from "./table.js";

/** A sweep for the terminal: the answer, and the table along one axis or the grid over two. */
export function describeSweep(record: SweepRecord): string {
  const { title, run, correlated, points } = record;
  const unknown = points.reduce((sum, point) => sum + point.undefined, 0);
  const notes = [
    ...(correlated.length > 0
      ? [
          `Note: ${joined(correlated)}, correlated with what is swept, ${correlated.length === 1 ? "is left as it is" : "are left as they are"}.`,
        ]
      : []),
    ...(unknown > 0
      ? [
          `Note: ${formatCount(unknown)} of ${formatCount(run.draws * points.length)} draws have no finite value; they count as above every price.`,
        ]
      : []),
    `The same ${formatCount(run.draws)} draws at every point, seed ${run.seed}.`,
  ];
  const numbers = record.axes.length === 1 ? along(record) : grid(record);
  return `${title}\n${sweepSentence(record)}.\n\n${numbers}\n${notes.join("\n")}\n`;
}

function along({ axes, points, prices, unit, label }: SweepRecord): string {
  const [axis] = axes as [SweepAxis];
  const odds = prices.map(({ against, price }) => `P(<= ${against ?? formatNumber(price, unit)})`);
  const header = [named(axis), "p5", "p50", "p95", ...odds];
  const rows = points.map(({ at, p5, p50, p95, breakEven }) => [
    formatNumber(at[0]!, axis.unit),
    ...[p5, p50, p95].map(({ value }) => formatNumber(value, unit)),
    ...breakEven.map(({ value }) => formatProbability(value)),
  ]);
  return `${label}${unit === "1" ? "" : `, ${unit}`}\n${table(header, rows)}`;
}

function grid(record: SweepRecord): string {
  const { axes, points, prices, unit, label } = record;
  const [down, across] = axes as [SweepAxis, SweepAxis];
  const columns = across.values.map((value) => formatNumber(value, across.unit));
  const cells = points.map(({ breakEven: [bet], p50 }) =>
    bet ? formatProbability(bet.value) : formatNumber(p50.value, unit),
  );
  const rows = down.values.map((value, k) => [
    formatNumber(value, down.unit),
    ...cells.slice(k * columns.length, (k + 1) * columns.length),
  ]);
  const what =
    prices.length > 0
      ? `Share of futures in which ${suffices(record)}`
      : `${label} at the median${unit === "1" ? "" : `, ${unit}`}`;
  return `${what}; across: ${named(across)}\n${table([named(down), ...columns], rows)}`;
}

function named({ label, unit }: SweepAxis): string {
  return unit === "1" ? label : `${label} (${unit})`;
}
