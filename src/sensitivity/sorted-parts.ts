import type { Ordered } from "../numeric/sort-ascending.js";
import { type SortedColumn, sortedColumn } from "../statistics/percentile.js";

/** Two lots of draws of a run, by replicate. */
export interface Marked {
  /** By draw: 0 in neither lot, else one more than its place among the replicates, high after low. */
  readonly marks: Uint8Array | Uint16Array;
  /** By place, how many draws. */
  readonly sizes: Uint32Array;
  /** False where every draw is independent of every other; all are then one replicate. */
  readonly replicated: boolean;
}

/**
 * An output's values in two lots of draws, sorted without sorting: dealt out of all its values in their
 * order. Those in a lot are listed without a branch, which would be guessed wrong for many a draw.
 */
export function sortedParts(
  { sorted, order }: Ordered,
  { marks, sizes, replicated }: Marked,
): { readonly low: SortedColumn; readonly high: SortedColumn } {
  const places = sizes.length;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const [parts, wholes] = [new Float64Array(total), new Float64Array(total)];
  const next = new Uint32Array(places + 1);
  for (let k = 0, start = 0; k < places; start += sizes[k++]!) next[k + 1] = start;
  const starts = next.slice();
  const lots = new Uint8Array(places + 1).map((_, mark) => +(mark > places / 2));
  const middle = places === 0 ? 0 : starts[1 + places / 2]!;
  const nextOf = Uint32Array.of(0, middle);
  const chosen = new Uint32Array(total + 1);
  for (let k = 0, count = 0; k < order.length; k++) {
    chosen[count] = k;
    count += (marks[order[k]!]! + 0xffff) >>> 16;
  }
  for (let c = 0; c < total; c++) {
    const mark = marks[order[chosen[c]!]!]!;
    const value = sorted[chosen[c]!]!;
    parts[next[mark]!++] = value;
    wholes[nextOf[lots[mark]!]!++] = value;
  }
  const lotOf = (first: number, from: number, to: number): SortedColumn => {
    const whole = wholes.subarray(from, to);
    if (!replicated) return sortedColumn(whole);
    const replicates = Array.from(sizes.subarray(first, first + places / 2), (size, k) => {
      const start = starts[1 + first + k]!;
      return parts.subarray(start, start + size);
    });
    return sortedColumn(
      whole,
      replicates.filter(({ length }) => length > 0),
    );
  };
  return { low: lotOf(0, 0, middle), high: lotOf(places / 2, middle, total) };
}
