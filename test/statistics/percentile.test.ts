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

  // P(lower <= Binomial(n, p) <= upper - 1), by SciPy 1.10.1's binom.
  it.each([
    [100, 0.5, 0.9647997997822952],
    [1000, 0.05, 0.958095268222655],
    [1000, 0.5, 0.9537088026395018],
    [10_000, 0.05, 0.9515280546543365],
  ])("of %i draws around the quantile %d holds it in %d of runs", (n, p, coverage) => {
    const { lower, upper } = rankInterval(n, p);
    let term = Math.exp(n * Math.log1p(-p));
    let sum = 0;
    for (let k = 0; k < upper; k++) {
      if (k >= lower) sum += term;
      term *= ((n - k) / (k + 1)) * (p / (1 - p));
    }
    expect(sum).toBeCloseTo(coverage, 9);
  });

  it("closes the end of a tail from as many draws as Wilks's formula asks, 368 for the 99th percentile", () => {
    // Wilks, Determination of sample sizes for setting tolerance limits (1941): 1 - p^n >= 97.5%.
    for (const [p, least] of [
      [0.95, 72],
      [0.99, 368],
      [0.999, 3688],
    ] as const) {
      expect(1 - p ** least).toBeGreaterThanOrEqual(0.975);
      expect(1 - p ** (least - 1)).toBeLessThan(0.975);
      for (const n of [least - 1, least]) {
        expect(rankInterval(n, p).upper <= n).toBe(n === least);
        expect(rankInterval(n, 1 - p).lower >= 1).toBe(n === least);
      }
    }
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
