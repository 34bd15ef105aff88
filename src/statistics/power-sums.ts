import { createSum } from "./compensated-sum.js";

/** Sums over the finite values of a stream, from which its moments follow. */
export interface PowerSums {
  /** Adds a short run of values, from `start` to before `end`. */
  readonly add: (values: Float64Array, start: number, end: number) => void;
  readonly moments: () => {
    /** How many values were finite. */
    readonly finite: number;
    readonly mean: number;
    readonly sd: number;
    readonly low: number;
    readonly high: number;
  };
}

/** Begins at no values. A run is added up plainly, runs by compensated sums. */
export function createPowerSums(): PowerSums {
  const [first, second] = [createSum(), createSum()];
  let finite = 0;
  let low = Infinity;
  let high = -Infinity;
  /** About the middle of the first values, so that the squares do not cancel. */
  let centre: number | undefined;
  const add = (values: Float64Array, start: number, end: number): void => {
    const about = (centre ??= meanOfFinite(values, start, end));
    if (about === undefined) return;
    let distances = 0;
    let squares = 0;
    let least = low;
    let most = high;
    for (let i = start; i < end; i++) {
      const value = values[i]!;
      const distance = value - about;
      distances += distance;
      squares += distance * distance;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    if (!Number.isFinite(distances) && !values.subarray(start, end).every(Number.isFinite)) {
      const kept = values.subarray(start, end).filter(Number.isFinite);
      return add(kept, 0, kept.length);
    }
    finite += end - start;
    first.add(distances);
    second.add(squares);
    low = least;
    high = most;
  };
  return {
    add,
    moments: () => {
      const shift = first.value() / finite;
      const squares = Math.max(0, second.value() - finite * shift * shift);
      const mean = (centre ?? NaN) + shift;
      return { finite, mean, sd: Math.sqrt(squares / (finite - 1)), low, high };
    },
  };
}

function meanOfFinite(values: Float64Array, start: number, end: number): number | undefined {
  const kept = values.subarray(start, end).filter(Number.isFinite);
  if (kept.length === 0) return undefined;
  return kept.reduce((sum, value) => sum + value / kept.length, 0);
}
