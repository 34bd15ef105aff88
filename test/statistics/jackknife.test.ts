import { describe, expect, it } from "vitest";
import { createDesign } from "../../src/sampling/create-design.js";
import { columnOf } from "../../src/statistics/column.js";
import { jackknife } from "../../src/statistics/jackknife.js";
import { splitMargin } from "../../src/statistics/margin.js";
import { partsOf } from "../../src/statistics/parts.js";
import { replicateError } from "../../src/statistics/replicates.js";
import { shareAmong } from "../../src/statistics/share.js";

/** Uniforms of a run of its own for every seed. */
function uniforms(seed: number, draws: number, input = "x", method: "random" | "sobol" = "random") {
  const design = createDesign({ method, draws, seed: String(seed), dimensions: ["x", "y"] });
  const column = new Float64Array(draws);
  design.fill(input, 0, column);
  return { column, replication: design.replication };
}

describe("the parts of a run", () => {
  it("are its replicates", () => {
    const { column, replication } = uniforms(1, 5000, "x", "sobol");
    const parts = partsOf(replication, 5000);
    const dealt = columnOf(column, replication).replicates!;
    expect(parts.count).toBe(dealt.length);
    for (const [part, values] of dealt.entries()) {
      expect([...column].filter((_, draw) => parts.of[draw] === part)).toEqual([...values]);
    }
  });

  it("are eight batches of independent draws, or as many as there are draws", () => {
    expect([...partsOf(undefined, 16).of]).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7,
    ]);
    expect(partsOf(undefined, 3).count).toBe(3);
  });
});

describe("the jackknife", () => {
  it("gives a mean over equal parts the spread of their means", () => {
    const parts = [1, 4, 2, 8, 5, 7].map((x) => Float64Array.of(x, 2 * x));
    const sums = Float64Array.from(parts, (part) => part[0]! + part[1]!);
    const counts = new Float64Array(6).fill(2);
    const { error, value } = jackknife([sums, counts], ([sum, n]) => sum! / n!);
    expect(value).toBeCloseTo(6.75, 12);
    expect(error).toBeCloseTo(replicateError(parts, (part) => (part[0]! + part[1]!) / 2).error, 12);
  });
});

describe("a share among some draws", () => {
  it("lies in its interval as often as it says", () => {
    let covered = 0;
    for (let seed = 0; seed < 1000; seed++) {
      const { column } = uniforms(seed, 800);
      const parts = partsOf(undefined, 800);
      const [hits, among] = [new Float64Array(8), new Float64Array(8)];
      for (const [draw, u] of column.entries()) {
        if (u > 0.6) continue;
        among[parts.of[draw]!]!++;
        if (u < 0.15) hits[parts.of[draw]!]!++;
      }
      const { low, high } = shareAmong(hits, among);
      if (low <= 0.25 && 0.25 <= high) covered++;
    }
    // Binomial(1000, 0.95) lies outside 928 to 971 with a probability of 0.002.
    expect(covered).toBeGreaterThanOrEqual(928);
    expect(covered).toBeLessThanOrEqual(971);
  });

  it("is not known exactly where every draw counted is a hit", () => {
    const all = new Float64Array(8).fill(10);
    const { value, low, high } = shareAmong(all, all);
    // Wilson: n / (n + z^2) with n = 80.
    expect([value, high]).toEqual([1, 1]);
    expect(low).toBeCloseTo(80 / 83.8415, 4);
  });
});

describe("the margin on either side of a price", () => {
  it("is that of a uniform cost in closed form, and lies in its interval as often as it says", () => {
    let covered = 0;
    for (let seed = 0; seed < 1000; seed++) {
      const { column } = uniforms(seed, 400);
      const { whenLosing } = splitMargin(column, 0.7, partsOf(undefined, 400));
      // Above 0.7 a uniform is 0.85 on average.
      if (whenLosing!.low <= -0.15 && -0.15 <= whenLosing!.high) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(925);
    expect(covered).toBeLessThanOrEqual(971);
  });

  it("adds up to the expected margin", () => {
    const { column, replication } = uniforms(3, 4096, "x", "sobol");
    const { whenLosing, whenWinning, losing } = splitMargin(
      column,
      0.3,
      partsOf(replication, 4096),
    );
    const mean = column.reduce((sum, u) => sum + u, 0) / 4096;
    const share = losing / 4096;
    expect(share * whenLosing!.value + (1 - share) * whenWinning!.value).toBeCloseTo(
      0.3 - mean,
      12,
    );
  });

  it("is not given where few or no draws lose", () => {
    const { column } = uniforms(1, 400);
    const parts = partsOf(undefined, 400);
    expect(splitMargin(column, 2, parts)).toEqual({ whenWinning: expect.anything(), losing: 0 });
    expect(splitMargin(column, -1, parts)).toEqual({ whenLosing: expect.anything(), losing: 400 });
    expect(splitMargin(column, 0.98, parts).whenLosing).toBeUndefined();
  });

  it("counts a draw at the price as one that does not lose", () => {
    expect(splitMargin(new Float64Array(40).fill(5), 5, partsOf(undefined, 40)).losing).toBe(0);
  });
});
