import { countAtOrBelow } from "./count-at-or-below.js";
import { createPowerSums } from "./power-sums.js";
import { createSketch, type Sketch } from "./sketch.js";

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

/** A tally under way. */
export interface TallyBuilder {
  readonly add: (values: Float64Array) => void;
  readonly tally: () => Tally;
}

/** Values that are added up plainly before their sum goes to a compensated one. */
const RUN = 128;

/**
 * Begins a tally. The same values in the same portions give the same bits.
 *
 * @param thresholds draws at or below which are counted
 */
export function createTally(thresholds: readonly number[]): TallyBuilder {
  const sketch = createSketch();
  const power = createPowerSums();
  const hits = thresholds.map(() => 0);
  let count = 0;
  return {
    add: (values) => {
      count += values.length;
      sketch.add(values);
      for (const [k, threshold] of thresholds.entries())
        hits[k]! += countAtOrBelow(values, threshold);
      for (let start = 0; start < values.length; start += RUN) {
        power.add(values, start, Math.min(start + RUN, values.length));
      }
    },
    tally: () => {
      const { finite, ...moments } = power.moments();
      return { count, undefined: count - finite, ...moments, sketch: sketch.sketch(), hits };
    },
  };
}
