import { describe, expect, it } from "vitest";
import { incompleteBeta } from "../../src/numeric/incomplete-beta.js";
import { incompleteGamma } from "../../src/numeric/incomplete-gamma.js";
import { normalCdf, normalQuantile } from "../../src/numeric/normal.js";
import { studentQuantile } from "../../src/numeric/student.js";
import tails from "../reference/incomplete-beta.json" with { type: "json" };
import reference from "../reference/quantiles.json" with { type: "json" };

/** Both parameters, the distance from the nearer end and which that is, the shares below and above. */
type Tails = readonly [number, number, number, "low" | "high", string, string];

const QUANTILES: readonly [name: keyof typeof reference.quantiles, (p: number) => number][] = [
  ["normal", normalQuantile],
  ["beta(13,7)", incompleteBeta(13, 7).quantile],
  ["beta(0.5,0.5)", incompleteBeta(0.5, 0.5).quantile],
  ["beta(0.1,3)", incompleteBeta(0.1, 3).quantile],
  ["beta(400,600)", incompleteBeta(400, 600).quantile],
  ["gamma(0.1)", incompleteGamma(0.1).quantile],
  ["gamma(0.5)", incompleteGamma(0.5).quantile],
  ["gamma(9.5)", incompleteGamma(9.5).quantile],
  ["gamma(1000)", incompleteGamma(1000).quantile],
];

describe.each(QUANTILES)("the quantile of %s", (name, quantile) => {
  it.each(reference.p.map((p, k) => [p, reference.quantiles[name][k]!] as const))(
    "at %d is mpmath's %s to 1e-12",
    (p, text) => {
      const expected = Number(text);
      const found = quantile(p);
      // Values below the smallest normal double keep fewer digits or none.
      if (Math.abs(expected) < 2.3e-308) expect(found).toBeLessThan(2.3e-308);
      else expect(Math.abs(found / expected - 1)).toBeLessThan(1e-12);
    },
  );
});

describe("the incomplete beta function", () => {
  it("has mpmath's tails to 1e-12, of whichever is the smaller", () => {
    expect(tails.length).toBeGreaterThan(80);
    for (const [alpha, beta, near, end, lower, upper] of tails as unknown as readonly Tails[]) {
      const share = incompleteBeta(alpha, beta);
      const [x, y] = end === "low" ? [near, 1 - near] : [1 - near, near];
      const [below, above] = [Number(lower), Number(upper)];
      const found = below < above ? share.lower(x, y) / below : share.upper(x, y) / above;
      expect(Math.abs(found - 1), `I(${x}; ${alpha}, ${beta})`).toBeLessThan(1e-12);
    }
  });

  it("finds a point beyond one half whose upper share is lost next to 1", () => {
    const { locate, upper } = incompleteBeta(100, 1000);
    const { x, y } = locate(1, 1e-250);
    expect(x).toBeGreaterThan(0.5);
    expect(Math.abs(upper(x, y) / 1e-250 - 1)).toBeLessThan(1e-10);
  });
});

describe("normalQuantile", () => {
  it("has the published digits of AS 241", () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798409, 14);
  });

  it("is undone by the cdf, in relative terms of the nearer tail", () => {
    for (let p = 1e-300; p < 0.5; p *= 7) {
      // Rounding the score by 1e-16 moves the tail by score² 1e-16.
      expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-12);
    }
  });
});

describe("studentQuantile", () => {
  /** SciPy 1.17 stats.t.ppf; one and two degrees also in closed form. */
  it.each([
    [0.975, 1, Math.tan(0.475 * Math.PI)],
    [0.975, 2, 4.302652729749462],
    [0.975, 9, 2.2621571627409915],
    [0.025, 31, -2.0395134463964077],
    [0.5, 5, 0],
  ])("at %f with %i degrees is %f", (p, degrees, expected) => {
    expect(studentQuantile(p, degrees)).toBeCloseTo(expected, 9);
  });

  it.each([0, -1, NaN])("refuses %d degrees of freedom", (degrees) => {
    expect(() => studentQuantile(0.975, degrees)).toThrow(RangeError);
  });
});
