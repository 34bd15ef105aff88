import { describe, expect, it } from "vitest";
import { studentReach } from "../../src/statistics/student-reach.js";
import type { Since } from "../../src/summary/since.js";
import type { BreakEven } from "../../src/summary/summary.js";
import { withSince } from "../report/fixture-since.js";
import { edgeCases, fixturePrice, fixtureSummary } from "../report/fixtures.js";

const usual = fixtureSummary();

function since(...given: Parameters<typeof withSince>): Since {
  return withSince(...given).since!;
}

describe("a key figure since an earlier run", () => {
  it("has the difference, with the errors of both squared and added", () => {
    const { before, now, difference, clear } = since(usual, { times: 0.9 }).figures.median!;
    expect(difference.value).toBe(now.value - before.value);
    // The fixture's percentiles have an error of 0.2% on either side.
    const half = 0.002 * Math.hypot(now.value, before.value);
    expect(difference.high - difference.value).toBeCloseTo(half, 12);
    expect(difference.value - difference.low).toBeCloseTo(half, 12);
    expect(clear).toBe(true);
  });

  it("goes up, goes down, or is too close to tell", () => {
    const changes = [0.9, 1.1, 1.0001].map((times) => since(usual, { times }).figures.p90!);
    expect(changes.map(({ clear }) => clear)).toEqual([true, true, false]);
    expect(changes.map(({ difference }) => Math.sign(difference.value))).toEqual([1, -1, -1]);
  });

  it("is the chance of a loss at the price that leads, by its name", () => {
    const { figures, price } = since(usual, { odds: 0.6, price: 12 });
    expect(figures.excess!.before).toEqual({ value: 0.4, low: 0.4, high: 0.4 });
    expect(figures.excess!.now.value).toBe(1 - usual.breakEven[0]!.probability.value);
    expect(price).toBe(12);
  });

  it("counts the error of a mean of the tail by its replicates", () => {
    const { now } = since(usual, {}).figures.worstTwentieth!;
    expect(now.high - now.value).toBeCloseTo(studentReach(32) * 0.1, 12);
  });

  it("is converted where the earlier run counted in another unit", () => {
    const thousands = { times: 0.001, unit: "USD/ktoken", price: 0.015, scale: 1000 };
    const { figures, unit, price } = since(usual, thousands);
    expect(unit).toBe("USD/ktoken");
    expect(price).toBe(15);
    expect(figures.median!.before.value).toBeCloseTo(figures.median!.now.value, 9);
    expect(figures.median!.clear).toBe(false);
  });

  it("is left out where either run has none", () => {
    const renamed = since(usual, { against: "No longer offered" });
    expect(renamed.figures.excess).toBeUndefined();
    expect(renamed.price).toBeUndefined();
    const noPrice = withSince({ ...usual, breakEven: [] }, {});
    expect(noPrice.since!.figures.excess).toBeUndefined();
    expect(since(usual, { times: NaN }).figures.median).toBeUndefined();
    expect(since(edgeCases()["allUndefined"]!, {}).figures).toEqual({});
  });

  it("is no chance of a loss where draws of either run have no finite value", () => {
    expect(since(usual, { undefined: 17 }).figures.excess).toBeUndefined();
    const { figures } = since(edgeCases()["undefinedDraws"]!, { undefined: 0 });
    expect(figures.excess).toBeUndefined();
    expect(figures.median).toBeDefined();
  });

  it("is that of the output which leads, not of another at the same price", () => {
    const other: BreakEven = { ...fixturePrice("GPT-5.4", 15, 0.9), output: "share" };
    const { figures } = since({ ...usual, breakEven: [other, ...usual.breakEven] }, {});
    expect(figures.excess!.before).toEqual(figures.excess!.now);
    expect(figures.excess!.now.value).toBeCloseTo(1 - 0.546, 12);
  });
});
