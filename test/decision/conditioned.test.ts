import { describe, expect, it } from "vitest";
import { conditioned } from "../../src/decision/conditioned.js";
import { normalCdf, normalQuantile } from "../../src/numeric/normal.js";
import type { Method } from "../../src/scenario/scenario.js";
import { columnOf } from "../../src/statistics/column.js";
import { normalColumns } from "../statistics/normal-columns.js";

function columns(method: Method, draws: number, seed: string) {
  const { z, w, replication } = normalColumns(["z", "w"], method, draws, seed);
  const sum = z.map((value, k) => value + w[k]!);
  const dealt = (values: Float64Array) => columnOf(values, replication);
  return { z, sum, dealt };
}

/** P(Z + W <= 0 and Z > 0): an eighth of the plane. Given Z > 0 it is a quarter. */
const QUARTER = 0.25;

describe("a column given a condition", () => {
  it.each(["random", "lhs", "sobol"] as const)(
    "is that of the draws that satisfy it, %s",
    (method) => {
      const { z, sum, dealt } = columns(method, 16_384, "5");
      const found = conditioned(dealt(sum), dealt(z.map((value) => Number(value > 0))), 0)!;
      const { value, low, high } = found.probability!;
      // Student's t with seven degrees leaves 1e-4 outside 7.06, and 5% outside 2.365.
      expect(Math.abs(value - QUARTER)).toBeLessThanOrEqual(((7.06 / 2.365) * (high - low)) / 2);
      expect(found.difference!.value).toBeCloseTo(
        value - sum.filter((y) => y <= 0).length / 16_384,
        12,
      );
      // Z itself, given that it is above 0: the half-normal, whose median is the 75% quantile.
      const half = conditioned(dealt(z), dealt(z.map((x) => Number(x > 0))), undefined)!;
      expect(half.probability).toBeUndefined();
      expect(Math.abs(half.p50.value - normalQuantile(0.75))).toBeLessThan(0.03);
      expect(Math.abs(half.p95.value - normalQuantile(0.975))).toBeLessThan(0.06);
    },
  );

  it.each(["random", "sobol"] as const)("has intervals that cover, %s draws", (method) => {
    const truth = normalCdf(0) / 2;
    let covered = 0;
    let changes = 0;
    for (let seed = 0; seed < 400; seed++) {
      const { z, sum, dealt } = columns(method, 2048, String(seed));
      const found = conditioned(dealt(sum), dealt(z.map((value) => Number(value > 0))), 0)!;
      covered += Number(found.probability!.low <= truth && truth <= found.probability!.high);
      const { low, high } = found.difference!;
      changes += Number(low <= truth - 0.5 && truth - 0.5 <= high);
    }
    // Binomial(400, 0.95): below 362 or above 396 with a probability of about 1e-4 each.
    for (const count of [covered, changes]) {
      expect(count).toBeGreaterThanOrEqual(362);
      expect(count).toBeLessThanOrEqual(396);
    }
  });

  it("is refused with fewer than 400 draws, and leaves out draws where it is not known", () => {
    const { z, dealt } = columns("sobol", 4096, "1");
    const holds = (count: number) => dealt(z.map((_, k) => (k < count ? 1 : k % 2 ? 0 : NaN)));
    expect(conditioned(dealt(z), holds(399), 0)).toBeUndefined();
    expect(conditioned(dealt(z), holds(400), 0)).toBeDefined();
  });

  it("takes draws as independent where a replicate has hardly any", () => {
    const { z, dealt } = columns("sobol", 8192, "1");
    // The first block of 1,024 draws is that of the first replicate.
    const found = conditioned(dealt(z), dealt(z.map((_, k) => Number(k < 1024))), 0)!;
    expect(found.probability!.value).toBeCloseTo(0.5, 2);
    expect(found.probability!.high - found.probability!.low).toBeGreaterThan(0.05);
  });

  it("changes nothing where it always holds", () => {
    const { z, dealt } = columns("sobol", 4096, "1");
    const found = conditioned(dealt(z), dealt(new Float64Array(4096).fill(1)), 0)!;
    expect(found.difference).toEqual({ value: 0, low: 0, high: 0 });
  });
});
