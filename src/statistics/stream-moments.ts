import { createSum } from "./compensated-sum.js";
import { meanOf } from "./moments.js";

/** Moments of the finite values of a portion. */
export interface PortionMoments {
  /** How many values were finite; with none the other numbers say nothing. */
  readonly finite: number;
  readonly mean: number;
  /** The sum of the squared distances from the mean. */
  readonly squares: number;
  readonly low: number;
  readonly high: number;
}

/** Values that are added up plainly before their sum goes to a compensated one. */
const RUN = 128;

/** The moments of a portion's finite values. */
export function portionMoments(values: Float64Array): PortionMoments {
  const all = momentsOf(values);
  if (Number.isFinite(all.squares)) return all;
  const finite = values.filter(Number.isFinite);
  return finite.length < values.length ? momentsOf(finite) : all;
}

/** Runs are added up plainly, and these by compensated sums. */
function momentsOf(values: Float64Array): PortionMoments {
  // About the middle of the first values, so that the squares do not cancel.
  const about = meanOf(values.subarray(0, RUN));
  const [first, second] = [createSum(), createSum()];
  let low = Infinity;
  let high = -Infinity;
  for (let start = 0; start < values.length; start += RUN) {
    const end = Math.min(start + RUN, values.length);
    let distances = 0;
    let squares = 0;
    for (let i = start; i < end; i++) {
      const value = values[i]!;
      const distance = value - about;
      distances += distance;
      squares += distance * distance;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    first.add(distances);
    second.add(squares);
  }
  const finite = values.length;
  const shift = first.value() / finite;
  const squares = Math.max(0, second.value() - finite * shift * shift);
  return { finite, mean: about + shift, squares, low, high };
}

/** Moments of a stream that comes in portions. */
export interface StreamMoments {
  readonly add: (portion: PortionMoments) => void;
  readonly moments: () => {
    /** How many values were finite. */
    readonly finite: number;
    readonly mean: number;
    readonly sd: number;
    readonly low: number;
    readonly high: number;
  };
}

/** Begins at no values. The same portions in the same order give the same bits. */
export function createMoments(): StreamMoments {
  const [first, second] = [createSum(), createSum()];
  let [finite, low, high] = [0, Infinity, -Infinity];
  let centre: number | undefined;
  return {
    add: (portion) => {
      if (portion.finite === 0) return;
      const distance = portion.mean - (centre ??= portion.mean);
      finite += portion.finite;
      first.add(portion.finite * distance);
      second.add(portion.squares + portion.finite * distance * distance);
      low = Math.min(low, portion.low);
      high = Math.max(high, portion.high);
    },
    moments: () => {
      const shift = first.value() / finite;
      const squares = Math.max(0, second.value() - finite * shift * shift);
      const mean = (centre ?? NaN) + shift;
      return { finite, mean, sd: Math.sqrt(squares / (finite - 1)), low, high };
    },
  };
}
