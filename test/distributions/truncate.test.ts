import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import { ParameterError } from "../../src/distributions/family.js";

const poisson = { distribution: "poisson", parameters: { mean: 4.2 } };
const normal = { distribution: "normal", parameters: { mean: 0, sd: 1 } };

describe("a truncated distribution", () => {
  it("includes both bounds: a whole number on one keeps its share", () => {
    const { cdf, survival, quantile } = createDistribution({ ...poisson, truncate: [2, 6] });
    const masses = [2, 3, 4, 5, 6].map((k) => 4.2 ** k / [2, 6, 24, 120, 720][k - 2]!);
    const total = masses.reduce((sum, mass) => sum + mass);
    expect(cdf(2)).toBeCloseTo(masses[0]! / total, 12);
    expect(survival(5)).toBeCloseTo(masses[4]! / total, 12);
    expect([cdf(1.999), survival(6)]).toEqual([0, 0]);
    expect([quantile(1e-9), quantile(1 - 1e-9)]).toEqual([2, 6]);
  });

  it("has the moments of a normal between two bounds, in the middle and far out", () => {
    // mpmath 1.3: integrals of x and x² times the density at 50 digits.
    expect(createDistribution({ ...normal, truncate: [-1, 2] })).toMatchObject({
      mean: expect.closeTo(0.229637179091329, 9) as number,
      sd: expect.closeTo(0.720945586859046, 9) as number,
    });
    expect(createDistribution({ ...normal, truncate: [8, 9] })).toMatchObject({
      mean: expect.closeTo(8.1211889929798, 9) as number,
      sd: expect.closeTo(0.118947647235026, 9) as number,
    });
  });

  it("has the symmetric image of its other tail", () => {
    const right = createDistribution({ ...normal, truncate: [30, 31] });
    const left = createDistribution({ ...normal, truncate: [-31, -30] });
    for (const p of [1e-12, 0.01, 0.5, 0.99]) {
      expect(right.quantileAbove(p)).toBe(-left.quantile(p));
      expect(right.survival(30.01) / left.cdf(-30.01)).toBeCloseTo(1, 12);
    }
  });

  it.each<[[number, number], RegExp]>([
    [[3, 3], /must run from low to high; got 3 to 3/],
    [[40, 41], /leaves nothing between 40 and 41; values run from -Infinity to Infinity/],
  ])("is refused for %j", (truncate, says) => {
    expect(() => createDistribution({ ...normal, truncate })).toThrow(says);
    expect(() => createDistribution({ ...normal, truncate })).toThrow(ParameterError);
  });
});
