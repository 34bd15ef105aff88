import { createSum } from "./compensated-sum.js";
import { sumOfPowers } from "./moments.js";
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

/**
 * Begins a tally. The same values in the same portions give the same bits.
 *
 * @param thresholds draws at or below which are counted
 */
export function createTally(thresholds: readonly number[]): TallyBuilder {
  const sketch = createSketch();
  const [first, second] = [createSum(), createSum()];
  const hits = thresholds.map(() => 0);
  let [count, unknown, low, high] = [0, 0, Infinity, -Infinity];
  /** About the middle of the first portion, so that the squares do not cancel. */
  let centre: number | undefined;
  return {
    add: (values) => {
      count += values.length;
      sketch.add(values);
      for (const [k, threshold] of thresholds.entries()) hits[k]! += countAt(values, threshold);
      const finite = values.every(Number.isFinite) ? values : values.filter(Number.isFinite);
      unknown += values.length - finite.length;
      if (finite.length === 0) return;
      centre ??= sumOfPowers(finite, 0, 1) / finite.length;
      first.add(sumOfPowers(finite, centre, 1));
      second.add(sumOfPowers(finite, centre, 2));
      for (const value of finite) {
        if (value < low) low = value;
        if (value > high) high = value;
      }
    },
    tally: () => {
      const n = count - unknown;
      const shift = first.value() / n;
      const squares = Math.max(0, second.value() - n * shift * shift);
      const mean = (centre ?? NaN) + shift;
      return {
        ...{ count, undefined: unknown, mean, sd: Math.sqrt(squares / (n - 1)) },
        ...{ low, high, sketch: sketch.sketch(), hits },
      };
    },
  };
}

function countAt(values: Float64Array, threshold: number): number {
  let count = 0;
  for (let k = values.length; k-- > 0;) if (values[k]! <= threshold) count++;
  return count;
}
