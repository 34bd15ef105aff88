import type { Interval } from "../statistics/estimate.js";
import type { Summary } from "../summary/summary.js";
import { SPREAD } from "../summary/year-spread.js";
import type { Table } from "./tables.js";

const NAMES = SPREAD.map((p) => `p${p}` as const);

/** Everything that a horizon adds, a row for each quantity and year; undefined without a horizon. */
export function horizonTable({ horizon, outputs }: Summary): Table | undefined {
  if (!horizon) return undefined;
  const { output, years, cumulative, npv, payback, irr } = horizon;
  const { unit } = outputs[output]!;
  const row = (
    quantity: string,
    year: number | "",
    own: string,
    spread: Partial<Record<(typeof NAMES)[number], Interval>>,
    share?: Interval,
    mean?: Interval | null,
  ) => [
    ...[quantity, year, own],
    ...NAMES.flatMap((name) => cells(spread[name])),
    ...cells(mean),
    ...cells(share),
  ];
  const bounds = (name: string): readonly string[] => [name, `${name}_low`, `${name}_high`];
  return {
    header: ["quantity", "year", "unit", ...[...NAMES, "mean", "share"].flatMap(bounds)],
    rows: [
      ...years.map((one) => row(output, one.year, unit, one.output, one.probability)),
      ...years.flatMap(({ year, price }) => (price ? [row("price", year, unit, price)] : [])),
      ...cumulative.years.map(({ year, cash }) => {
        return row("cumulative cash", year, cumulative.unit, cash);
      }),
      row("net present value", "", npv.unit, npv, npv.negative, npv.mean),
      row("payback", "", payback.unit, payback, payback.never),
      row("internal rate of return", "", irr.unit, irr, irr.exists),
    ],
  };
}

/** What is not a finite number, as the end of an interval that never comes, is an empty cell. */
function cells(interval: Interval | null | undefined): readonly (number | string)[] {
  if (!interval) return ["", "", ""];
  const { value, low, high } = interval;
  return [value, low, high].map((end) => (Number.isFinite(end) ? end : ""));
}
