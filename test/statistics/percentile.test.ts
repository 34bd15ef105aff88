import { describe, expect, it } from "vitest";
import { columnOf } from "../../src/statistics/column.js";
import { percentile, rankInterval, sortColumn } from "../../src/statistics/percentile.js";
import reference from "../reference/statistics.json" with { type: "json" };

describe("rankInterval", () => {
  it.each(reference.ranks)("has SciPy's ranks for n = $n, p = $p", ({ n, p, lower, upper }) => {
    const ranks = rankInterval(n, p);
    expect(ranks.lower).toBe(lower ?? 0);
    expect(ranks.upper).toBe(upper ?? n + 1);
  });
});

describe("percentile", () => {
  it("is Hyndman and Fan's type 7", () => {
    const { sample, p, quantiles } = reference.type7;
    const sorted = sortColumn({ values: Float64Array.from(sample) });
    for (const [k, probability] of p.entries()) {
      expect(percentile(sorted, probability).value).toBeCloseTo(quantiles[k]!, 12);
    }
  });

  it("counts draws that are not numbers as larger than any number and widens the interval", () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => (i < 10 ? NaN : i));
    const sound = sortColumn({ values: Float64Array.from({ length: 1000 }, (_, i) => i) });
    const holed = sortColumn({ values });
    expect(holed.unknown).toBe(10);
    expect(percentile(holed, 0.5).value).toBeCloseTo(509.5, 9);
    expect(percentile(holed, 0.999).value).toBeNaN();
    const width = ({ low, high }: { low: number; high: number }): number => high - low;
    expect(width(percentile(holed, 0.5))).toBeGreaterThan(width(percentile(sound, 0.5)) + 9);
  });

  it("takes the interval of replicates from their spread", () => {
    const values = Float64Array.from({ length: 4000 }, (_, i) => ((i * 7919) % 1000) / 1000);
    const same = sortColumn(columnOf(values, { count: 4, block: 1000 }));
    const { low, value, high } = percentile(same, 0.5);
    // The four replicates hold the same numbers, so nothing is uncertain between them.
    expect([low, high]).toEqual([value, value]);
  });
});
