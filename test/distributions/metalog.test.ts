import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import { ParameterError } from "../../src/distributions/family.js";
import { curveThrough, valueOn, shareOf } from "../../src/distributions/metalog-curve.js";
import { flattest } from "../../src/distributions/metalog-flattest.js";

const PERCENTS = [10, 50, 90];

function metalog(quantiles: Record<string, number>, bounds: Record<string, number> = {}) {
  return createDistribution({ distribution: "metalog", parameters: { quantiles, ...bounds } });
}

function refusal(quantiles: Record<string, number>, bounds?: Record<string, number>): string {
  try {
    metalog(quantiles, bounds);
  } catch (error) {
    if (error instanceof ParameterError) return `${error.message}. ${error.fix}`;
    throw error;
  }
  return "";
}

describe("a metalog of three symmetric quantiles", () => {
  /** Keelin (2016), equation 18, to all digits by mpmath 1.3. */
  it.each([
    [
      [1, 2, 4],
      [2, 0.682679419970128, 0.5688995166417733],
    ],
    [
      [10, 20, 30],
      [20, 4.551196133134186, 0],
    ],
  ])("through %j has the published coefficients", (values, [location, spread, skew]) => {
    const { slopes, shifts } = curveThrough(PERCENTS, values)!;
    expect(shifts).toEqual([location]);
    expect(slopes[0]).toBeCloseTo(spread!, 14);
    expect(slopes[1]).toBeCloseTo(skew!, 14);
  });

  it("is the curve the linear equations give", () => {
    const closed = curveThrough(PERCENTS, [1, 2, 4])!;
    const solved = curveThrough([10, 50, 90 + 1e-9], [1, 2, 4])!;
    for (const p of [0.001, 0.2, 0.7, 0.999]) {
      const share = shareOf(p, 1 - p);
      expect(valueOn(closed, share)).toBeCloseTo(valueOn(solved, share), 7);
    }
  });

  it("is feasible up to a skew of 1.66711 spreads, either way, and no further", () => {
    // Half the largest value of (y - 1/2) + y (1 - y) logit y is 0.59983932...: mpmath 1.3.
    const limit = 1 / 0.59983932012886690414;
    for (const sign of [-1, 1]) {
      const within = { slopes: [1, sign * limit * (1 - 1e-9)], shifts: [0] };
      const beyond = { slopes: [1, sign * limit * (1 + 1e-9)], shifts: [0] };
      expect(flattest(within).slope).toBeGreaterThan(0);
      expect(flattest(beyond).slope).toBeLessThan(0);
      // The grid that longer curves are searched by finds the same place and slope.
      const searched = flattest({ ...beyond, shifts: [0, 0] });
      expect(searched.slope).toBeCloseTo(flattest(beyond).slope, 12);
      expect(searched.p).toBeCloseTo(flattest(beyond).p, 6);
    }
  });

  it("is refused beyond, with the range in which the median may lie, and accepted inside it", () => {
    const text = refusal({ p10: 0, p50: 0.1, p90: 10 });
    const [, from, to] = /Give p50 between (\S+) and (\S+), or/.exec(text)!;
    expect(text).toMatch(/no metalog goes through these quantiles: its density would be negative/);
    expect([Number(from), Number(to)]).toEqual([1.676, 8.324]);
    expect(refusal({ p10: 0, p50: 1.67, p90: 10 })).toBe("");
    expect(refusal({ p10: 0, p50: 1.66, p90: 10 })).not.toBe("");
    expect(refusal({ p10: 0, p50: 8.32, p90: 10 })).toBe("");
    expect(refusal({ p10: 0, p50: 8.34, p90: 10 })).not.toBe("");
  });
});

describe("a metalog", () => {
  it("goes through every quantile it is given, on any scale", () => {
    const quantiles = { p2_5: 3, p25: 8, p50: 12, p75: 20, p97_5: 50 };
    for (const bounds of [{}, { lower: 1 }, { upper: 90 }, { lower: 1, upper: 90 }]) {
      const { quantile, cdf } = metalog(quantiles, bounds);
      for (const [name, value] of Object.entries(quantiles)) {
        const p = Number(name.slice(1).replace("_", ".")) / 100;
        expect(quantile(p) / value).toBeCloseTo(1, 12);
        expect(cdf(value) / p).toBeCloseTo(1, 12);
      }
    }
  });

  it("goes through seven symmetric quantiles, which the first seven terms cannot", () => {
    const quantiles = { p1: 2, p5: 4, p25: 8, p50: 12, p75: 17, p95: 31, p99: 47 };
    const { quantile } = metalog(quantiles);
    for (const [name, value] of Object.entries(quantiles)) {
      expect(quantile(Number(name.slice(1)) / 100) / value).toBeCloseTo(1, 12);
    }
  });

  it("with a symmetric middle is a logistic", () => {
    const scale = 10 / Math.log(9);
    const parameters = { location: 20, scale };
    const logistic = createDistribution({ distribution: "logistic", parameters });
    const found = metalog({ p10: 10, p50: 20, p90: 30 });
    for (const p of [1e-300, 1e-9, 0.3, 0.999]) {
      expect(found.quantile(p) / logistic.quantile(p)).toBeCloseTo(1, 13);
    }
    expect(found.mean).toBeCloseTo(20, 10);
    expect(found.sd / logistic.sd).toBeCloseTo(1, 10);
  });

  it("of three terms has the mean a1 + a3 / 2", () => {
    expect(metalog({ p10: 1, p50: 2, p90: 4 }).mean).toBeCloseTo(2 + 0.5688995166417733 / 2, 10);
  });

  it("above a lower bound alone has no mean, or no spread, where its tail is too heavy", () => {
    expect(metalog({ p10: 1, p50: 100, p90: 10_000 }, { lower: 0 }).mean).toBe(Infinity);
    const heavy = metalog({ p10: 1, p50: 4, p90: 16 }, { lower: 0 });
    expect(heavy.mean).toBeLessThan(Infinity);
    expect(heavy.sd).toBe(Infinity);
    // A log-logistic of shape b has the mean (π / b) / sin(π / b): Johnson, Kotz & Balakrishnan.
    const angle = (Math.PI * Math.log(4)) / Math.log(9);
    expect(heavy.mean / ((4 * angle) / Math.sin(angle))).toBeCloseTo(1, 9);
    const mirrored = metalog({ p10: -16, p50: -4, p90: -1 }, { upper: 0 });
    expect(mirrored.mean / heavy.mean).toBeCloseTo(-1, 12);
  });

  it.each<[string, Record<string, number>, Record<string, number>, RegExp]>([
    ["two quantiles", { p10: 1, p90: 2 }, {}, /quantiles must hold 3 to 10 entries; got 2\. Add/],
    ["a falling pair", { p10: 1, p50: 3, p90: 2 }, {}, /p50 must be below p90; got 3 and 2/],
    ["one quantile twice", { p10: 1, p10_0: 2, p90: 3 }, {}, /p10 and p10_0 are the same/],
    ["a bound inside", { p10: 1, p50: 2, p90: 3 }, { lower: 1 }, /lower must be below p10/],
    ["an upper bound inside", { p10: 1, p50: 2, p90: 3 }, { upper: 3 }, /upper must be above p90/],
    [
      "a wiggle",
      { p10: 1, p40: 2, p50: 9, p60: 9.1, p90: 30 },
      {},
      /density would be negative near the \S+% quantile\. Move the quantile next to it, or drop it/,
    ],
    ["a tail that turns", { p1: 1, p50: 2, p90: 50, p99: 51 }, {}, /density would be negative/],
    [
      "values no number holds",
      { p10: 1e-200, p50: 1, p90: 1e200 },
      { lower: 0 },
      /too large for a number\. Narrow the range/,
    ],
  ])("refuses %s with a mend", (_, quantiles, bounds, says) => {
    expect(refusal(quantiles, bounds)).toMatch(says);
  });
});
