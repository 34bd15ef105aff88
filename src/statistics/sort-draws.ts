import { type Ordered, sortWithOrder } from "../numeric/sort-ascending.js";
import type { Replication } from "../sampling/design.js";
import { partsOf } from "./parts.js";
import { type SortedColumn, sortedColumn } from "./percentile.js";

/**
 * Sorts the values of a run, as a whole and within its replicates, and tells which draw each is of:
 * what `sortColumn` gives of the run's column, and what its ranks follow from.
 *
 * @param values in draw order
 */
export function sortDraws(
  values: Float64Array,
  replication: Replication | undefined,
): SortedColumn & Ordered {
  const { sorted, order } = sortWithOrder(values);
  if (!replication) return { ...sortedColumn(sorted), order };
  const { of, count } = partsOf(replication, values.length);
  const sizes = new Uint32Array(count);
  for (let draw = 0; draw < of.length; draw++) sizes[of[draw]!]!++;
  const parts = Array.from(sizes, (size) => new Float64Array(size));
  const next = new Uint32Array(count);
  for (let k = 0; k < order.length; k++) {
    const part = of[order[k]!]!;
    parts[part]![next[part]!++] = sorted[k]!;
  }
  return { ...sortedColumn(sorted, parts), order };
}
