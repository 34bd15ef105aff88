import type { Axis } from "../figures/axis.js";
import type { IndexRow } from "./index-row.js";

/** One logarithmic axis a unit, over the 90% intervals of all rows measured in it. */
export function unitAxes(rows: readonly IndexRow[]): ReadonlyMap<string, Axis> {
  const axes = new Map<string, Axis>();
  for (const { output, p5, p95 } of rows) {
    // Pure numbers have nothing in common but their unit.
    if (output.unit === "1" || !(p5.value > 0) || !Number.isFinite(p95.value)) continue;
    const known = axes.get(output.unit);
    axes.set(output.unit, {
      log: true,
      low: Math.min(p5.value, known?.low ?? Infinity),
      high: Math.max(p95.value, known?.high ?? 0),
    });
  }
  return axes;
}

/** Units in the order of how many rows are measured in them: what one sorts by before the value. */
export function unitGroups(rows: readonly IndexRow[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { output } of rows) counts.set(output.unit, (counts.get(output.unit) ?? 0) + 1);
  return [...counts]
    .sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1))
    .map(([unit]) => unit);
}
