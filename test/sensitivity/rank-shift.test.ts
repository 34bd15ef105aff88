import { expect, it } from "vitest";
import { randomDesign } from "../../src/sampling/random.js";
import { percentileRanks } from "../../src/sensitivity/percentile-ranks.js";
import { rankShift } from "../../src/sensitivity/rank-shift.js";
import { partsOf } from "../../src/statistics/parts.js";

function uniforms(input: string, length: number, seed = "shift"): Float64Array {
  const column = new Float64Array(length);
  randomDesign({ method: "random", draws: length, seed, dimensions: [] }).fill(input, 0, column);
  return column;
}

/** Pairs of one draw of either kind in which the group's is larger, less those in which it is smaller. */
function byPairs(values: Float64Array, inGroup: Uint8Array): number {
  let [balance, pairs] = [0, 0];
  for (const [i, a] of values.entries()) {
    if (inGroup[i] === 0) continue;
    for (const [j, b] of values.entries()) {
      if (inGroup[j] === 1) continue;
      balance += Math.sign(a - b);
      pairs++;
    }
  }
  return balance / pairs;
}

it("ranks values like the definition, ties and what is no number included", () => {
  expect([...percentileRanks(Float64Array.of(3, 1, 3, 7))]).toEqual([0.5, 0.125, 0.5, 0.875]);
  expect([...percentileRanks(Float64Array.of(NaN, -0, 0, NaN))]).toEqual([0.75, 0.25, 0.25, 0.75]);
});

it("is Mann and Whitney's statistic, counted pair by pair, with ties and without", () => {
  const u = uniforms("x", 500);
  const inGroup = Uint8Array.from(uniforms("y", 500), (v, k) => Number(v + u[k]! > 1.2));
  for (const values of [u, u.map((x) => Math.floor(5 * x))]) {
    const { separation } = rankShift(percentileRanks(values), inGroup, partsOf(undefined, 500));
    expect(separation.value).toBeCloseTo(byPairs(values, inGroup), 12);
  }
});

it("finds a group of the largest wholly apart, and spread as it is", () => {
  const u = uniforms("x", 20_000);
  const inGroup = Uint8Array.from(u, (x) => Number(x > 0.7));
  const { separation, group, others } = rankShift(
    percentileRanks(u),
    inGroup,
    partsOf(undefined, u.length),
  );
  expect(separation.value).toBeCloseTo(1, 12);
  // Of 6,000 draws a quantile has a standard error below 0.003.
  expect(group.p10).toBeCloseTo(0.73, 2);
  expect(group.p50).toBeCloseTo(0.85, 2);
  expect(others.p90).toBeCloseTo(0.63, 2);
});

it("covers nothing where there is nothing, as often as it says", () => {
  let covered = 0;
  for (let seed = 0; seed < 500; seed++) {
    const inGroup = Uint8Array.from(uniforms("g", 400, `s${seed}`), (v) => Number(v < 0.4));
    const ranks = percentileRanks(uniforms("x", 400, `s${seed}`));
    const { low, high } = rankShift(ranks, inGroup, partsOf(undefined, 400)).separation;
    if (low <= 0 && 0 <= high) covered++;
  }
  // Binomial(500, 0.95) lies outside 459 to 489 with a probability of 0.003.
  expect(covered).toBeGreaterThanOrEqual(459);
  expect(covered).toBeLessThanOrEqual(489);
});
