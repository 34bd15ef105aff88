import { describe, expect, it } from "vitest";
import type { Interval } from "../../src/statistics/estimate.js";
import { independentDifference } from "../../src/statistics/independent-difference.js";

/** Wilson's interval of a proportion. */
function wilson(hits: number, n: number): Interval {
  const z = 1.959964;
  const p = hits / n;
  const middle = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return { value: p, low: middle - half, high: middle + half };
}

describe("the difference of two estimates", () => {
  it("is Newcombe's (1998, table II, method 10) where both are proportions", () => {
    const published: readonly {
      now: [number, number];
      before: [number, number];
      low: number;
      high: number;
    }[] = [
      { now: [56, 70], before: [48, 80], low: 0.0524, high: 0.3339 },
      { now: [9, 10], before: [3, 10], low: 0.1705, high: 0.809 },
      { now: [10, 10], before: [0, 20], low: 0.6791, high: 1 },
    ];
    for (const { now, before, low, high } of published) {
      const found = independentDifference(wilson(...before), wilson(...now));
      expect(found.low).toBeCloseTo(low, 4);
      expect(found.high).toBeCloseTo(high, 4);
    }
  });
});
