import { describe, expect, it } from "vitest";
import { overlayOf } from "../../src/comparison/overlay.js";
import { createDistribution } from "../../src/distributions/create.js";

const uniform = (min: number, max: number) =>
  createDistribution({ distribution: "uniform", parameters: { min, max } });

describe("two distributions on one scale", () => {
  it("reach from the lowest to the highest quantile of either, and hold nearly all of both", () => {
    const overlay = overlayOf(uniform(0, 10), uniform(5, 25))!;
    expect(overlay.low).toBeCloseTo(0.05, 12);
    expect(overlay.high).toBeCloseTo(24.9, 12);
    for (const masses of [overlay.from, overlay.to]) {
      const sum = masses.reduce((all, mass) => all + mass, 0);
      // Half a percent may lie beyond each end, and cells are rounded to six figures.
      expect(sum).toBeGreaterThanOrEqual(0.99);
      expect(sum).toBeLessThanOrEqual(1 + 1e-5);
    }
    // Uniform: every cell between 5 and 24.9 has its width's share of 20.
    const width = (overlay.high - overlay.low) / 40;
    expect(overlay.to[30]).toBeCloseTo(width / 20, 6);
  });

  it("has a number as no cells, and nothing to show where both are numbers", () => {
    expect(overlayOf(3, uniform(0, 1))).toMatchObject({ high: 3, from: [] });
    expect(overlayOf(3, 4)).toBeUndefined();
  });
});
