import { describe, expect, it } from "vitest";
import { moments } from "../../src/statistics/moments.js";

/** NIST Statistical Reference Datasets, univariate summary statistics, certified values. */
const NIST = [
  { name: "NumAcc1", values: [10000001, 10000003, 10000002], mean: 10000002, sd: 1 },
  { name: "NumAcc2", values: [1.2, ...alternating(1.1, 1.3, 500)], mean: 1.2, sd: 0.1 },
  {
    name: "NumAcc3",
    values: [1000000.2, ...alternating(1000000.1, 1000000.3, 500)],
    mean: 1000000.2,
    sd: 0.1,
  },
  {
    name: "NumAcc4",
    values: [10000000.2, ...alternating(10000000.1, 10000000.3, 500)],
    mean: 10000000.2,
    sd: 0.1,
  },
];

function alternating(a: number, b: number, pairs: number): number[] {
  return Array.from({ length: 2 * pairs }, (_, i) => (i % 2 === 0 ? a : b));
}

describe("moments", () => {
  it.each(NIST)("meets NIST's certified $name", ({ values, mean, sd }) => {
    const found = moments({ values: Float64Array.from(values) });
    expect(Math.abs(found.mean.value / mean - 1)).toBeLessThan(1e-14);
    // The data of NumAcc3 and 4 are rounded to 1e-10 and 2e-9 of their differences as doubles.
    expect(Math.abs(found.sd.value / sd - 1)).toBeLessThan(1e-7);
  });

  it("gives the textbook error of a mean", () => {
    const values = Float64Array.from({ length: 10_000 }, (_, i) => i % 2);
    const { mean, sd } = moments({ values });
    expect(mean.error).toBeCloseTo(sd.value / 100, 12);
  });
});
