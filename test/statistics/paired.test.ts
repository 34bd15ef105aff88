import { describe, expect, it } from "vitest";
import { normalCdf } from "../../src/numeric/normal.js";
import type { Method } from "../../src/scenario/scenario.js";
import { pairedColumns, quantileDifference, shareDifference } from "../../src/statistics/paired.js";
import { normalColumns } from "./normal-columns.js";

const normals = (method: Method, draws: number, seed: string) =>
  normalColumns(["z", "w"], method, draws, seed);

describe("paired columns", () => {
  it("differ by nothing, exactly, where they are the same", () => {
    const { z, replication } = normals("sobol", 1024, "1");
    const pair = pairedColumns(z, z.slice(), replication);
    expect(shareDifference(pair, 0.3)).toEqual({ value: 0, low: 0, high: 0 });
    expect(quantileDifference(pair, 0.5)).toEqual({ value: 0, low: 0, high: 0 });
  });

  it("differ by exactly what is added to every draw", () => {
    const { z, replication } = normals("lhs", 2048, "1");
    const pair = pairedColumns(
      z,
      z.map((value) => value + 2),
      replication,
    );
    const { value, low, high } = quantileDifference(pair, 0.5);
    expect(value).toBeCloseTo(2, 12);
    expect(high - low).toBeLessThan(1e-12);
  });

  it("count what is not a number as above, on either side", () => {
    const first = Float64Array.of(1, 1, 1, 1, NaN, NaN, 3, 3);
    const second = Float64Array.of(1, NaN, 3, 1, NaN, 1, 3, 3);
    const pair = pairedColumns(first, second, undefined);
    expect(shareDifference(pair, 2).value).toBe(3 / 8 - 4 / 8);
  });

  it("know a share that every replicate counts alike to part of a draw", () => {
    const first = new Float64Array(80).fill(1);
    const second = first.map((_, k) => (k % 10 === 0 ? 3 : 1));
    const { value, low, high } = shareDifference(pairedColumns(first, second, undefined), 2);
    expect(value).toBeCloseTo(-0.1, 12);
    // Three in eight replicates of a tenth of a draw: Hanley & Lippman-Hand's rule of three.
    expect(high - low).toBeCloseTo(2 * (3 / 8 / 10), 12);
  });

  // Base z + w, shocked z + w + 0.1 w: shares at or below 1 by the normal distribution.
  const truth = normalCdf(1 / Math.sqrt(1 + 1.21)) - normalCdf(1 / Math.SQRT2);

  it.each(["random", "sobol", "lhs"] as const)(
    "have intervals that cover as often as they say, %s draws, over 400 seeds",
    (method) => {
      let covered = 0;
      for (let seed = 0; seed < 400; seed++) {
        const { z, w, replication } = normals(method, 4096, String(seed));
        const pair = pairedColumns(
          z.map((value, k) => value + w[k]!),
          z.map((value, k) => value + 1.1 * w[k]!),
          replication,
        );
        const { low, high } = shareDifference(pair, 1);
        covered += Number(low <= truth && truth <= high);
      }
      // Binomial(400, 0.95): below 362 or above 396 with a probability of about 1e-4 each.
      expect(covered).toBeGreaterThanOrEqual(362);
      expect(covered).toBeLessThanOrEqual(396);
    },
  );

  it("are far more certain than either side", () => {
    const { z, w, replication } = normals("random", 4096, "3");
    const pair = pairedColumns(
      z.map((value, k) => value + w[k]!),
      z.map((value, k) => value + 1.1 * w[k]!),
      replication,
    );
    const { low, high } = shareDifference(pair, 1);
    // A share of 0.76 from 4,096 draws alone is known to ±1.3 points.
    expect(high - low).toBeLessThan(0.013);
  });
});
