import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../src/numeric/normal.js";
import { tailIndex } from "../../src/statistics/tail-index.js";

const N = 100_000;
const quantiles = (quantile: (p: number) => number): Float64Array =>
  Float64Array.from({ length: N }, (_, k) => quantile((k + 0.5) / N));

describe("tailIndex", () => {
  it.each([
    // By numerical integration of E[log(distance / threshold)] beyond the 99% quantile (SciPy 1.17).
    ["a uniform", (p: number) => p, 0.0101],
    ["a normal", normalQuantile, 0.1298],
    ["an exponential", (p: number) => -Math.log1p(-p), 0.2103],
    ["a lognormal of sd_log 1.2", (p: number) => Math.exp(1.2 * normalQuantile(p)), 0.4256],
    ["a Pareto of shape 2", (p: number) => (1 - p) ** -0.5, 0.5528],
  ])("of %s is what integration gives", (_, quantile, expected) => {
    // The midpoint rule misses of the last cell what a thousandth of the tail's draws amounts to.
    expect(Math.abs(tailIndex(quantiles(quantile)) - expected)).toBeLessThan(0.002);
  });

  it("is that of the heavier tail, whichever side it is on", () => {
    const up = quantiles((p) => Math.exp(normalQuantile(p)));
    const down = up.map((x) => -x).reverse();
    expect(tailIndex(down)).toBeCloseTo(tailIndex(up), 2);
  });

  it("is 0 where the outermost hundredth is no further out than the median", () => {
    expect(tailIndex(new Float64Array(400).fill(3))).toBe(0);
  });
});
