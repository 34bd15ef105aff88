import { quantileSorted } from "simple-statistics";
import { describe, expect, it } from "vitest";
import {
  holdContinuous,
  holdIndependent,
  holdRanks,
  type Percentile,
  quantileOf,
  uniformsOf,
  type Verdict,
} from "./battery.js";
import { type ClosedForm, CONTINUOUS } from "./closed-forms.js";
import { andersonDarlingP, chiSquareP, kolmogorovP, normalTail, poissonP } from "./p-values.js";

const DRAWS = 1_000_000;
/** A thousandth of a millionth of what a sound draw is allowed: found, not merely suspected. */
const FOUND = 1e-18;

function formOf(distribution: string, parameters: Readonly<Record<string, number>>): ClosedForm {
  const wanted = JSON.stringify({ distribution, parameters });
  return CONTINUOUS.find(({ spec }) => JSON.stringify(spec) === wanted)!;
}

const beta = formOf("beta", { alpha: 13, beta: 7 });
const normal = formOf("normal", { mean: 0.9, sd: 0.05 });

/** Names of the tests that find the defect beyond doubt. */
function finders(verdicts: readonly Verdict[]): readonly string[] {
  return verdicts.filter(({ p }) => p < FOUND).map(({ test }) => test);
}

describe("the battery finds", () => {
  it("a beta whose parameters are swapped", () => {
    const swapped = quantileOf({
      spec: { distribution: "beta", parameters: { alpha: 7, beta: 13 } },
    });
    expect(finders(holdContinuous(uniformsOf("swapped", 100_000), swapped, beta))).toEqual(
      expect.arrayContaining([
        "round trip",
        "equiprobable cells",
        "mean",
        "Kolmogorov-Smirnov",
        "Anderson-Darling",
      ]),
    );
  });

  it("a standard deviation that is 1% too large", () => {
    const wide = quantileOf({
      spec: { distribution: "normal", parameters: { mean: 0.9, sd: 0.0505 } },
    });
    expect(finders(holdContinuous(uniformsOf("wide", DRAWS), wide, normal))).toEqual(
      expect.arrayContaining(["round trip", "variance"]),
    );
  });

  it("uniforms on a grid of 2^-32, by equal draws alone", () => {
    const coarse = uniformsOf("coarse", DRAWS).map(
      (u) => (Math.floor(u * 2 ** 32) + 0.5) / 2 ** 32,
    );
    expect(finders(holdContinuous(coarse, quantileOf(normal), normal))).toEqual(["ties"]);
  });

  it("a probit that is wrong by 1e-3, by the round trip alone", () => {
    const exact = quantileOf(normal);
    const shifted = (u: number): number => exact(u) + 1e-3 * 0.05;
    const wavy = (u: number): number => exact(u) + 1e-3 * 0.05 * Math.sin(20 * u);
    // A million draws do not know their mean better than 1e-3 sd: no test of the draws can see it.
    for (const wrong of [shifted, wavy]) {
      const uniforms = uniformsOf("probit", DRAWS);
      expect(finders(holdContinuous(uniforms, wrong, normal))).toEqual(["round trip"]);
    }
  });

  it("a tail that is cut off at four standard deviations", () => {
    const exact = quantileOf(normal);
    const cut = (u: number): number => Math.min(0.9 + 4 * 0.05, Math.max(0.9 - 4 * 0.05, exact(u)));
    expect(finders(holdContinuous(uniformsOf("cut", DRAWS), cut, normal))).toEqual(
      expect.arrayContaining(["round trip", "ties"]),
    );
  });

  it("two inputs that share a stream", () => {
    const shared = uniformsOf("price", DRAWS);
    expect(finders(holdIndependent(shared, uniformsOf("price", DRAWS)))).toEqual([
      "correlation",
      "equal draws",
      "both in the last hundredth",
    ]);
  });

  it("two inputs that share a stream one draw apart, at that lag", () => {
    const one = uniformsOf("price", DRAWS);
    const late = one.subarray(1);
    expect(finders(holdIndependent(one.subarray(0, DRAWS - 1), late))).toEqual([]);
    expect(finders(holdIndependent(one.subarray(1), late))).toContain("correlation");
  });

  it.each([1, -1])("a percentile that is %i rank off, in every percentile", (off) => {
    const wrong: Percentile = (sorted, p) => {
      const shift = off / (sorted.length - 1);
      const shifted = Math.min(1, Math.max(0, p + shift));
      return quantileSorted(sorted as unknown as number[], shifted);
    };
    expect(finders(holdRanks(uniformsOf("ranks", DRAWS), 99, wrong))).toHaveLength(5);
  });
});

describe("the battery's own p-values", () => {
  it.each([
    // SciPy 1.17: norm.sf, chi2, poisson, kstwobign; A² by inverting its characteristic function.
    ["normal, 1", normalTail(1), 0.15865525393145707, 1e-13],
    ["normal, 5", normalTail(5), 2.866515718791933e-7, 1e-13],
    ["normal, 20", normalTail(20), 2.7536241186061556e-89, 1e-13],
    ["chi-square, too uneven", chiSquareP(1200, 999), 2.225870089651786e-5, 0.01],
    ["chi-square, too even", chiSquareP(800, 999), 1.820445882850331e-6, 0.01],
    ["Poisson, many", poissonP(160, 100), 4.1013950833809165e-8, 1e-12],
    ["Poisson, few", poissonP(50, 100), 4.803184471233787e-8, 1e-12],
    ["Kolmogorov", kolmogorovP(0.003, 1e6), 3.045995948942526e-8, 1e-12],
    ["Anderson-Darling, 6", andersonDarlingP(6), 9.669294601238887e-4, 0.1],
    ["Anderson-Darling, 10", andersonDarlingP(10), 1.3807982897018345e-5, 0.1],
  ])("%s", (_, found, expected, tolerance) => {
    expect(Math.abs(found / expected - 1)).toBeLessThan(tolerance);
  });
});
