import { describe, expect, it } from "vitest";
import { columnOf } from "../../src/statistics/column.js";
import { probabilityAtOrBelow, wilson } from "../../src/statistics/probability.js";
import reference from "../reference/statistics.json" with { type: "json" };

describe("wilson", () => {
  it.each(reference.wilson)("is SciPy's interval of $hits in $n", ({ hits, n, interval }) => {
    const { low, high } = wilson(hits, n);
    expect(low).toBeCloseTo(interval[0]!, 12);
    expect(high).toBeCloseTo(interval[1]!, 12);
  });
});

describe("probabilityAtOrBelow", () => {
  it("counts a draw that equals the price as covered", () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => i + 1);
    expect(probabilityAtOrBelow({ values }, 250).value).toBe(0.25);
  });

  it("lets undefined draws go either way", () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => (i < 100 ? NaN : i < 600 ? 1 : 3));
    const { value, low, high } = probabilityAtOrBelow({ values }, 2);
    expect(value).toBe(0.5);
    expect(low).toBeLessThan(0.48);
    expect(high).toBeGreaterThan(0.6);
  });

  it("keeps Wilson's interval where replicates have no misses to spread", () => {
    const values = new Float64Array(1000).fill(1);
    expect(probabilityAtOrBelow(columnOf(values, { count: 4, block: 250 }), 2)).toEqual({
      value: 1,
      low: wilson(1000, 1000).low,
      high: 1,
    });
  });

  it("knows a share that every replicate counts alike to part of a draw of one, and no better", () => {
    // Eight replicates of 1,000 draws, each with 41 hits. Were the share f of a draw above 41, all eight
    // would round down with probability (1 - f)^8, which is 0.02 at f = 3/8.
    const values = Float64Array.from({ length: 8000 }, (_, draw) => (draw % 1000 < 41 ? 0 : 1));
    const column = columnOf(values, { count: 8, block: 1000 });
    const { value, low, high } = probabilityAtOrBelow(column, 0.5);
    expect(value).toBe(0.041);
    expect(low).toBeCloseTo(0.041 - 0.000375, 12);
    expect(high).toBeCloseTo(0.041 + 0.000375, 12);
  });
});
