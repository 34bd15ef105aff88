import { describe, expect, it } from "vitest";
import { createSum } from "../../src/statistics/compensated-sum.js";
import { moments } from "../../src/statistics/moments.js";
import { createMoments, portionMoments } from "../../src/statistics/stream-moments.js";
import { createCounter, mergedCounts } from "../../src/statistics/tally.js";

describe("a compensated sum", () => {
  it("keeps what plain addition loses", () => {
    const sum = createSum();
    for (const term of [1, 1e100, 1, -1e100]) sum.add(term);
    expect(sum.value()).toBe(2);
  });

  it("adds a tenth ten million times", () => {
    const sum = createSum();
    for (let k = 0; k < 1e7; k++) sum.add(0.1);
    // 0.1 as a double is 2^-56 * 0.4 above a tenth: exact to the last place of the result.
    expect(Math.abs(sum.value() - 1e6)).toBeLessThan(2e-10);
  });
});

describe("the moments of a stream", () => {
  const values = Float64Array.from(
    { length: 100_000 },
    (_, i) => 1e6 + Math.sin(i) * Math.exp((i % 97) / 20),
  );

  it("are those of its values, whatever the portions", () => {
    const { mean, sd } = moments({ values });
    for (const size of [1000, 4096, 99_999]) {
      const stream = createMoments();
      for (let k = 0; k < values.length; k += size) {
        stream.add(portionMoments(values.subarray(k, k + size)));
      }
      const found = stream.moments();
      expect(Math.abs(found.mean / mean.value - 1)).toBeLessThan(2e-15);
      expect(Math.abs(found.sd / sd.value - 1)).toBeLessThan(1e-12);
      expect(found.finite).toBe(100_000);
      expect(found.low).toBe(Math.min(...values));
      expect(found.high).toBe(Math.max(...values));
    }
  });

  it("leave out what is not finite", () => {
    const stream = createMoments();
    for (const portion of [[NaN], [0.5, 1, NaN, 2], [Infinity, 1.5, -Infinity], []]) {
      stream.add(portionMoments(Float64Array.from(portion)));
    }
    const { finite, mean, low, high } = stream.moments();
    expect([finite, mean, low, high]).toEqual([4, 1.25, 0.5, 2]);
  });
});

describe("counts", () => {
  it("are of draws at or below thresholds, and add up", () => {
    const parts = [
      [0.5, 1, NaN, 2],
      [Infinity, 1.5, -Infinity],
    ].map((values) => {
      const counter = createCounter([1, 1.5]);
      counter.add(Float64Array.from(values));
      return counter.counts();
    });
    const { hits, sketch } = mergedCounts(parts);
    expect(hits).toEqual([3, 4]);
    expect([sketch.count, sketch.unknown]).toEqual([7, 1]);
  });
});
