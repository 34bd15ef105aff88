import type { IndexRow } from "./index-row.js";

/** Riskiest first; then what has no chance of its own, by title, points after what is uncertain. */
export function orderRows(rows: readonly IndexRow[]): readonly IndexRow[] {
  return [...rows].sort(
    (one, other) =>
      (riskOf(other) ?? -1) - (riskOf(one) ?? -1) ||
      Number(other.uncertain) - Number(one.uncertain) ||
      one.title.localeCompare(other.title, "en"),
  );
}

/** The chance of exceeding the first price; undefined where nothing is uncertain or has no price. */
export function riskOf({ uncertain, excess }: IndexRow): number | undefined {
  return uncertain && excess ? excess.probability.value : undefined;
}
