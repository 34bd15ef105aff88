import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentile, sortColumn } from "../../src/statistics/percentile.js";
import {
  bucketsOf,
  createSketch,
  mergedSketch,
  quantilesOf,
  type Sketch,
} from "../../src/statistics/sketch.js";

const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -3, max: 3, noNaN: true }),
  fc.constantFrom(0, -0, 5e-324, -5e-324, Number.MAX_VALUE, 1, 2, 1 - 2 ** -53),
);
const numbers = fc.array(number, { minLength: 1, maxLength: 100 });

function sketchOf(...parts: readonly (readonly number[])[]): Sketch {
  const builder = createSketch();
  for (const part of parts) builder.add(Float64Array.from(part));
  return builder.sketch();
}

describe("a sketch", () => {
  it("holds every value in a bucket no wider than a 4096th of it, in ascending order", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const buckets = [...bucketsOf(sketchOf(values))];
        expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        for (const value of values) {
          const home = buckets.find(({ low, high }) => low <= value && value <= high);
          expect(home).toBeDefined();
          const width = home!.high - home!.low;
          expect(width <= Math.abs(value) / 4096 || Math.abs(value) < 2.3e-308).toBe(true);
        }
        buckets
          .slice(1)
          .forEach(({ low }, k) => expect(low).toBeGreaterThanOrEqual(buckets[k]!.high));
      }),
    );
  });

  it("gives quantiles within a 4096th of those of the values where they are dense", () => {
    // Exponential quantiles at a million even ranks.
    const values = Float64Array.from({ length: 1e6 }, (_, i) => -3 * Math.log((i + 0.5) / 1e6));
    const sorted = sortColumn({ values });
    const shares = [0.001, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 0.999];
    const builder = createSketch();
    builder.add(values);
    quantilesOf(builder.sketch(), shares).forEach((quantile, k) => {
      const exact = percentile(sorted, shares[k]!).value;
      const rank = Math.floor(shares[k]! * 1e6);
      const gap = sorted.sorted[rank + 1]! - sorted.sorted[rank - 1]!;
      // Ranks inside a bucket are spread evenly: far closer than the bucket is wide.
      expect(Math.abs(quantile - exact)).toBeLessThan(exact * 2 ** -16 + gap);
    });
  });

  it("lies within the bucket of the order statistics around any quantile", () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const sorted = Float64Array.from(values).sort();
        const position = Math.floor((sorted.length - 1) * p);
        const [quantile] = quantilesOf(sketchOf(values), [p]);
        const slack = (Math.abs(sorted[position]!) / 4096) * (1 + 1e-12) + 1e-307;
        expect(quantile).toBeGreaterThanOrEqual(sorted[position]! - slack);
        expect(quantile).toBeLessThanOrEqual(sorted[position]! + slack);
      }),
    );
  });

  it("is the same however the values are portioned and merged", () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (a, b, c) => {
        const whole = [...bucketsOf(sketchOf([...a, ...b, ...c]))];
        const merged = mergedSketch([c, a, b].map((part) => sketchOf(part)));
        expect([...bucketsOf(merged)]).toEqual(whole);
        expect([...bucketsOf(sketchOf(a, b, c))]).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  it("counts what is no number as above all", () => {
    const sketch = sketchOf([1, NaN, 2, Infinity, -Infinity, NaN]);
    expect([sketch.count, sketch.unknown]).toEqual([6, 2]);
    expect(quantilesOf(sketch, [0, 0.6, 0.61, 1])).toEqual([-Infinity, Infinity, Infinity, NaN]);
  });
});
