import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDesign } from "../../src/sampling/create-design.js";
import type { Design } from "../../src/sampling/design.js";
import { permutation } from "../../src/sampling/permutation.js";
import { createStreams } from "../../src/sampling/streams.js";

const METHODS = ["random", "lhs", "sobol"] as const;
const dimensions = ["utilization", "pue", "pue2", "x"];

function column(design: Design, input: string, start = 0, length = design.draws - start): number[] {
  const out = new Float64Array(length);
  design.fill(input, start, out);
  return [...out];
}

describe.each(METHODS)("the %s design", (method) => {
  const design = createDesign({ method, draws: 5000, seed: "7", dimensions });
  const whole = column(design, "pue");

  it("fills any range with the bits that the whole run has there", () => {
    fc.assert(
      fc.property(fc.nat(4999), fc.nat(400), (start, length) => {
        const count = Math.min(length, 5000 - start);
        expect(column(design, "pue", start, count)).toEqual(whole.slice(start, start + count));
      }),
      { numRuns: 50 },
    );
  });

  it("stays inside (0, 1)", () => {
    expect(Math.min(...whole)).toBeGreaterThan(0);
    expect(Math.max(...whole)).toBeLessThan(1);
  });

  it("gives other inputs and other seeds other draws", () => {
    expect(column(design, "pue2")).not.toEqual(whole);
    expect(column(createDesign({ method, draws: 5000, seed: "8", dimensions }), "pue")).not.toEqual(
      whole,
    );
  });

  it("leaves two inputs uncorrelated", () => {
    const other = column(design, "utilization");
    const covariance = whole.reduce((sum, u, i) => sum + (u - 0.5) * (other[i]! - 0.5), 0) / 5000;
    expect(Math.abs(covariance * 12)).toBeLessThan(5 / Math.sqrt(5000));
  });
});

describe("the Latin hypercube", () => {
  it.each([400, 999, 5000, 131_072])(
    "puts one of %i draws into each stratum of a replicate",
    (draws) => {
      const design = createDesign({ method: "lhs", draws, seed: "1", dimensions });
      const values = column(design, "x");
      const { count, block } = design.replication!;
      expect((count - 1) * block).toBeLessThan(draws);
      expect(count * block).toBeGreaterThanOrEqual(draws);
      for (let first = 0; first < draws; first += block) {
        const part = values.slice(first, first + block);
        const strata = new Set(part.map((u) => Math.floor(u * part.length)));
        expect(strata.size).toBe(part.length);
      }
    },
  );

  it("takes 32 replicates of 4,096 for the usual run", () => {
    const design = createDesign({ method: "lhs", draws: 131_072, seed: "1", dimensions });
    expect(design.replication).toEqual({ count: 32, block: 4096 });
  });

  it("keeps replicates small enough to permute in cache however long the run is", () => {
    const { replication } = createDesign({ method: "lhs", draws: 1e9, seed: "1", dimensions });
    expect(replication!.block).toBeLessThanOrEqual(65_536);
  });
});

describe("permutation", () => {
  const streams = createStreams("7");
  const key = streams.key("x");

  it("holds each index once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(1000), (size, index) => {
        expect([...permutation(streams, key, index, size)].sort((a, b) => a - b)).toEqual([
          ...Array(size).keys(),
        ]);
      }),
    );
  });

  it("takes each of the 24 orders of four equally often", () => {
    const counts = new Map<string, number>();
    const n = 24_000;
    for (let index = 0; index < n; index++) {
      const order = permutation(streams, key, index, 4).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const chiSquare = [...counts.values()].reduce(
      (sum, k) => sum + (k - n / 24) ** 2 / (n / 24),
      0,
    );
    expect(counts.size).toBe(24);
    // The 1 - 1e-6 quantile of chi-square with 23 degrees of freedom (SciPy 1.17).
    expect(chiSquare).toBeLessThan(70.6);
  });
});
