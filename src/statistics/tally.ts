import { countAtOrBelow } from "./count-at-or-below.js";
import { createSketch, mergedSketch, type Sketch } from "./sketch.js";

/** What is kept of a stream of draws: all that a summary needs, in a megabyte or so. */
export interface Tally {
  readonly count: number;
  /** Draws whose value is not a finite number; the moments leave them out. */
  readonly undefined: number;
  readonly mean: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
  readonly sketch: Sketch;
  /** Draws at or below each threshold, exactly. */
  readonly hits: readonly number[];
}

/** The part of a tally that counts: counts add up in any order to the same counts. */
export type Counts = Pick<Tally, "sketch" | "hits">;

/** Counts under way. */
export interface Counter {
  readonly add: (values: Float64Array) => void;
  readonly counts: () => Counts;
}

/**
 * Begins to count.
 *
 * @param thresholds draws at or below which are counted
 */
export function createCounter(thresholds: readonly number[]): Counter {
  const sketch = createSketch();
  const hits = thresholds.map(() => 0);
  return {
    add: (values) => {
      sketch.add(values);
      for (const [k, threshold] of thresholds.entries())
        hits[k]! += countAtOrBelow(values, threshold);
    },
    counts: () => ({ sketch: sketch.sketch(), hits }),
  };
}

/** The counts of several parts of a stream, one at least. */
export function mergedCounts(parts: readonly Counts[]): Counts {
  return {
    sketch: mergedSketch(parts.map(({ sketch }) => sketch)),
    hits: parts[0]!.hits.map((_, k) => parts.reduce((sum, { hits }) => sum + hits[k]!, 0)),
  };
}
