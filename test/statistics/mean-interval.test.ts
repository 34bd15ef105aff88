import { describe, expect, it } from "vitest";
import { meanReach, spanned } from "../../src/statistics/mean-interval.js";
import { moments } from "../../src/statistics/moments.js";

/** Eight replicates of four draws; `end` is the last draw of each. */
function replicates(ends: readonly number[]): Float64Array[] {
  return ends.map((end) => Float64Array.of(1, 2, 3, end));
}

function reach(parts: readonly Float64Array[]): { below: number; above: number } {
  return meanReach(parts.map((part) => spanned(part, part.reduce((a, b) => a + b) / part.length)));
}

/** 97.5% quantile of Student's t with 7 degrees (SciPy 1.17). */
const T7 = 2.364624251592784;

describe("meanReach", () => {
  it("lengthens the side of a tail that makes all of the spread by Johnson's term", () => {
    const ends = [4, 5, 6, 7, 8, 9, 10, 30];
    const { below, above } = reach(replicates(ends));
    const mean = ends.reduce((a, b) => a + b) / 8;
    const sd = Math.sqrt(ends.reduce((sum, end) => sum + (end - mean) ** 2, 0) / 7);
    const error = sd / 4 / Math.sqrt(8);
    expect(below).toBeCloseTo(T7 * error, 10);
    expect(above).toBeCloseTo((T7 + (2 * (2 * T7 * T7 + 1)) / (6 * Math.sqrt(8))) * error, 10);
  });

  it("mirrors with the values", () => {
    const up = reach(replicates([4, 5, 6, 7, 8, 9, 10, 30]));
    const down = reach(replicates([4, 5, 6, 7, 8, 9, 10, 30]).map((part) => part.map((x) => -x)));
    expect(down.below).toBeCloseTo(up.above, 12);
    expect(down.above).toBeCloseTo(up.below, 12);
  });

  it("is Student's where both ends are alike", () => {
    const { below, above } = reach(
      [1, 2, 3, 4, 5, 6, 7, 8].map((shift) => Float64Array.of(shift - 5, shift, shift + 5)),
    );
    expect(below).toBeCloseTo(above, 12);
    expect(below).toBeCloseTo((T7 * Math.sqrt(6)) / Math.sqrt(8), 10);
  });

  it("is part of a draw of one replicate where all means agree and values do not", () => {
    // Three replicates of five draws with two hits each: the share is known to half a draw, a tenth.
    const parts = [1, 2, 3].map(() => Float64Array.of(0, 1, 0, 1, 0));
    expect(reach(parts)).toEqual({ below: 0.1, above: 0.1 });
  });

  it("is nothing where all values are the same", () => {
    const parts = [1, 2, 3].map(() => Float64Array.of(4, 4));
    expect(reach(parts)).toEqual({ below: 0, above: 0 });
  });
});

describe("the interval of a mean of independent draws", () => {
  it("is Student's around the mean", () => {
    const { mean } = moments({ values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8) });
    expect(mean.value).toBe(4.5);
    expect(mean.high - mean.value).toBeCloseTo((T7 * Math.sqrt(6)) / Math.sqrt(8), 10);
    expect(mean.value - mean.low).toBeCloseTo(mean.high - mean.value, 12);
  });
});
