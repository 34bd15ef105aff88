import type { YearSpread } from "../../summary/year-spread.js";

const SHOWN = ["p5", "p10", "p25", "p50", "p75", "p90", "p95"] as const;

/** The heads of `spreadCells`. */
export function spreadTitles(unit: string): readonly string[] {
  return SHOWN.map((name) => `${name} (${unit})`);
}

/** What a fan shows of one year, as cells of its table. */
export function spreadCells(spread: YearSpread): readonly number[] {
  return SHOWN.map((name) => spread[name].value);
}
