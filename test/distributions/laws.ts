import fc from "fast-check";
import { expect, it } from "vitest";
import type { Distribution } from "../../src/distributions/distribution.js";

/** What a member is made of decides how sharply its moments can be summed. */
export type Kind = keyof typeof TOLERANCES;

/** What the sums below miss of a standard deviation: nothing where all is smooth, much at a gap. */
const TOLERANCES = { smooth: 1e-8, kinked: 1e-4, gapped: 1e-2, whole: 1e-5 };

/** Shares from 1e-300 to one half, as many in every decade. */
const share = fc
  .double({ min: Math.log(1e-300), max: Math.log(0.5), noNaN: true })
  .map((log) => Math.exp(log));

/** Shares p whose complement 1 - p is exact. */
const dyadic = fc.integer({ min: 1, max: 2 ** 30 - 1 }).map((k) => k / 2 ** 30);

/** What every distribution must satisfy; a test file calls this once for each interesting shape. */
export function obeysTheLaws(distribution: Distribution, kind: Kind): void {
  const { quantile, quantileAbove, cdf, survival, support } = distribution;
  const [lower, upper] = support;
  const middle = Math.abs(quantile(0.5));
  /** As far from x as its own rounding, or that of a sum with the location, may take it. */
  const rounding = (x: number): number => 2e-15 * Math.max(Math.abs(x), middle) + 1e-320;

  it("stays in its support, from the smallest share to the largest", () => {
    const inside = (x: number): boolean => lower <= x && x <= upper;
    fc.assert(fc.property(share, (p) => inside(quantile(p)) && inside(quantileAbove(p))));
    for (const p of [1e-300, Number.MIN_VALUE, 2 ** -53, 1 - 2 ** -53]) {
      expect(inside(quantile(p)) && inside(quantileAbove(p)), String(p)).toBe(true);
    }
  });

  it("has a quantile that never falls and an upper quantile that never rises", () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [p, q] = [Math.min(a, b), Math.max(a, b)];
        // Each is a solution good to twelve digits, so neighbours may change places within that.
        expect(quantile(p)).toBeLessThanOrEqual(quantile(q) + 1e-12 * Math.abs(quantile(q)));
        expect(quantileAbove(q)).toBeLessThanOrEqual(
          quantileAbove(p) + 1e-12 * Math.abs(quantileAbove(p)),
        );
        expect(quantile(q)).toBeLessThanOrEqual(quantileAbove(q) + rounding(quantile(0.5)));
      }),
    );
  });

  it("has an upper quantile that is the quantile of the complement", () => {
    fc.assert(
      fc.property(dyadic, (p) => {
        const x = quantile(p);
        expect(Math.abs(quantileAbove(1 - p) - x)).toBeLessThanOrEqual(100 * rounding(x));
      }),
    );
  });

  it("has a cdf that undoes its quantile, to 11 digits of the share", () => {
    fc.assert(
      fc.property(share, (p) => {
        const x = quantile(p);
        fc.pre(Number.isFinite(x));
        expect(cdf(x + rounding(x)) * (1 + 1e-11)).toBeGreaterThanOrEqual(p);
        expect(cdf(x - rounding(x)) * (1 - 1e-11)).toBeLessThanOrEqual(p);
      }),
    );
  });

  it("has a survival function that undoes its upper quantile, to 11 digits of the share", () => {
    fc.assert(
      fc.property(share, (q) => {
        const x = quantileAbove(q);
        fc.pre(Number.isFinite(x));
        expect(survival(x - rounding(x)) * (1 + 1e-11)).toBeGreaterThanOrEqual(q);
        expect(survival(x + rounding(x)) * (1 - 1e-11)).toBeLessThanOrEqual(q);
      }),
    );
  });

  it("has a cdf and a survival function that add up to 1", () => {
    fc.assert(
      fc.property(dyadic, (p) => {
        const x = quantile(p);
        expect(Math.abs(cdf(x) + survival(x) - 1)).toBeLessThan(1e-13);
      }),
    );
  });

  it("has nothing below its support and nothing above it", () => {
    expect(cdf(-Number.MAX_VALUE) + survival(Number.MAX_VALUE)).toBeLessThan(1e-200);
    if (Number.isFinite(lower)) expect([cdf(lower - 1), survival(lower - 1)]).toEqual([0, 1]);
    if (Number.isFinite(upper)) expect([cdf(upper), survival(upper)]).toEqual([1, 0]);
  });

  it("has the mean and standard deviation it claims, by summation over its quantiles", () => {
    // A tail too heavy for a moment is another test's subject.
    if (!Number.isFinite(distribution.sd)) return;
    const found = kind === "whole" ? momentsOfWhole(distribution) : momentsByLogit(distribution);
    const tolerance = TOLERANCES[kind] * found.sd;
    expect(Math.abs(found.mean - distribution.mean)).toBeLessThanOrEqual(tolerance + 1e-300);
    expect(Math.abs(found.sd - distribution.sd)).toBeLessThanOrEqual(tolerance + 1e-300);
  });
}

interface Moments {
  readonly mean: number;
  readonly sd: number;
}

/** The trapezoid rule over the logit of the share, which is exact to rounding for analytic quantiles. */
function momentsByLogit({ quantile, quantileAbove }: Distribution): Moments {
  const points: { x: number; weight: number }[] = [];
  const step = 1 / 32;
  for (let t = -200; t <= 200; t += step) {
    const p = 1 / (1 + Math.exp(-t));
    const q = 1 / (1 + Math.exp(t));
    points.push({ x: t < 0 ? quantile(p) : quantileAbove(q), weight: p * q * step });
  }
  return weighted(points);
}

/** The sum over every whole number that carries more than 1e-20. */
function momentsOfWhole({ quantile, quantileAbove, cdf, survival }: Distribution): Moments {
  const points: { x: number; weight: number }[] = [];
  for (let k = quantile(1e-20); k <= quantileAbove(1e-20); k++) {
    const below = cdf(k) <= 0.5;
    const weight = below ? cdf(k) - cdf(k - 1) : survival(k - 1) - survival(k);
    points.push({ x: k, weight });
  }
  return weighted(points);
}

function weighted(points: readonly { readonly x: number; readonly weight: number }[]): Moments {
  const mean = points.reduce((sum, { x, weight }) => sum + x * weight, 0);
  const variance = points.reduce((sum, { x, weight }) => sum + (x - mean) * (x - mean) * weight, 0);
  return { mean, sd: Math.sqrt(variance) };
}
