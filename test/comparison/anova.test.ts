import { describe, expect, it } from "vitest";
import { anova, type AtLevels } from "../../src/comparison/anova.js";
import { publicCases } from "./public-cases.js";

/** A function of numbers, evaluated at combinations of the levels of its factors. */
function over(
  levels: readonly (readonly number[])[],
  of: (x: readonly number[]) => number,
): AtLevels {
  return (columns, length) =>
    Float64Array.from({ length }, (_, i) =>
      of(columns.map((column, k) => levels[k]![column[i]!]!)),
    );
}

describe("the split of a variance", () => {
  it("of the public cost estimates is what their factors' own logarithms vary by", () => {
    const levels = publicCases[0]!.map((_, k) => publicCases.map((values) => values[k]!));
    // Distinct levels only, weighted by how often they occur.
    const distinct = levels.map((values) => [...new Set(values)]);
    const weights = distinct.map((values, k) =>
      values.map((value) => levels[k]!.filter((one) => one === value).length),
    );
    const found = anova(
      weights,
      over(distinct, ([hour, speed, training, use, overhead, margin]) =>
        Math.log((hour! / speed! / use!) * training! * overhead! * margin!),
      ),
    );
    // NumPy 2: numpy.log(cases).var(axis=0), divided by its sum.
    const expected = [0.15983, 0.80368, 0.03002, 0.00142, 0.00142, 0.00363];
    expected.forEach((share, k) => expect(found.shares[k]).toBeCloseTo(share, 5));
    expect(Math.abs(found.interaction)).toBeLessThan(1e-12);
    expect(found.sampled).toBe(false);
  });

  it("of x y over -1 and 1 is all interaction, of x + x y half", () => {
    const levels = [
      [-1, 1],
      [-1, 1],
    ];
    const weights = [
      [1, 1],
      [1, 1],
    ];
    const product = anova(
      weights,
      over(levels, ([x, y]) => x! * y!),
    );
    expect(product).toMatchObject({ variance: 1, shares: [0, 0], interaction: 1 });
    const half = anova(
      weights,
      over(levels, ([x, y]) => x! + x! * y!),
    );
    expect(half).toMatchObject({ variance: 2, shares: [0.5, 0], interaction: 0.5 });
  });

  it("weighs levels by how often they occur", () => {
    const found = anova(
      [
        [3, 1],
        [1, 1],
      ],
      over(
        [
          [0, 4],
          [0, 2],
        ],
        ([x, y]) => x! + y!,
      ),
    );
    // Variances 16 p (1 - p) at p = 1/4 and 1/2 of 2 squared.
    expect(found.variance).toBeCloseTo(3 + 1, 12);
    expect(found.shares[0]).toBeCloseTo(0.75, 12);
  });

  it("draws combinations where all are too many, and comes to the same", () => {
    const levels = Array.from({ length: 6 }, (_, k) =>
      Array.from({ length: 14 }, (_, level) => Math.sin(7 * k + level) * (k + 1)),
    );
    const weights = levels.map((own) => own.map((_, level) => 1 + (level % 3)));
    const found = anova(
      weights,
      over(levels, (x) => x.reduce((sum, value) => sum + value, 0)),
    );
    expect(found.sampled).toBe(true);
    const variances = levels.map((own, k) => {
      const mass = weights[k]!.reduce((sum, weight) => sum + weight, 0);
      const mean = own.reduce((sum, value, l) => sum + weights[k]![l]! * value, 0) / mass;
      return own.reduce((sum, value, l) => sum + weights[k]![l]! * (value - mean) ** 2, 0) / mass;
    });
    const total = variances.reduce((sum, variance) => sum + variance, 0);
    // A share is out by about its standard error over 262,144 draws, a few in a thousand at most.
    variances.forEach((variance, k) =>
      expect(Math.abs(found.shares[k]! - variance / total)).toBeLessThan(0.005),
    );
  });
});
