import { describe, expect, it } from "vitest";
import { createSum } from "../../src/statistics/compensated-sum.js";
import { moments } from "../../src/statistics/moments.js";
import { createTally } from "../../src/statistics/tally.js";

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

describe("a tally", () => {
  const values = Float64Array.from(
    { length: 100_000 },
    (_, i) => 1e6 + Math.sin(i) * Math.exp((i % 97) / 20),
  );

  it("has the moments of the values, whatever the portions", () => {
    const { mean, sd } = moments({ values });
    for (const size of [1000, 4096, 99_999]) {
      const builder = createTally([]);
      for (let k = 0; k < values.length; k += size) builder.add(values.subarray(k, k + size));
      const tally = builder.tally();
      expect(Math.abs(tally.mean / mean.value - 1)).toBeLessThan(2e-15);
      expect(Math.abs(tally.sd / sd.value - 1)).toBeLessThan(1e-12);
      expect(tally.count).toBe(100_000);
      expect(tally.low).toBe(Math.min(...values));
      expect(tally.high).toBe(Math.max(...values));
    }
  });

  it("counts draws at or below its thresholds, and those without a finite value", () => {
    const builder = createTally([1, 1.5]);
    builder.add(Float64Array.of(0.5, 1, NaN, 2));
    builder.add(Float64Array.of(Infinity, 1.5, -Infinity));
    const { hits, count, undefined: holes, mean } = builder.tally();
    expect(hits).toEqual([3, 4]);
    expect([count, holes]).toEqual([7, 3]);
    expect(mean).toBe(1.25);
  });
});
