import { describe, expect, it } from "vitest";
import type { CompiledModel } from "../../src/engine/compile-model.js";
import type { Measure } from "../../src/sensitivity/measure.js";
import {
  type SobolIndices,
  sobolIndices,
  type SobolOptions,
} from "../../src/sensitivity/sobol-indices.js";
import type { Interval } from "../../src/statistics/estimate.js";
import {
  gFunction,
  gShares,
  ISHIGAMI,
  inputsNamed,
  ishigami,
  modelOf,
  UNIT_INTERVAL,
} from "./models.js";

function indices(
  model: CompiledModel,
  options: SobolOptions,
  measure: Measure = { kind: "value" },
): SobolIndices {
  const [result] = sobolIndices(model, [{ output: 0, measure }], options);
  if (result!.kind === "refused") throw new Error(result!.reason);
  return result as SobolIndices;
}

const OPTIONS = { draws: 2 ** 14, seed: "3" };
/** Student's t with seven degrees leaves 1e-4 outside 7.06, and 5% outside 2.365. */
const HALF_WIDTHS = 7.06 / 2.365;

function holds({ value, low, high }: Interval, truth: number): boolean {
  return Math.abs(value - truth) <= (HALF_WIDTHS * (high - low)) / 2;
}

const G8 = [0, 1, 4.5, 9, 99, 99, 99, 99];
const G3 = [0, 9, 99];
const cases = [
  { name: "Ishigami's function", model: ishigami(), truth: ISHIGAMI },
  { name: "the g-function of eight inputs", model: gFunction(G8), truth: gShares(G8) },
  { name: "the g-function of three inputs", model: gFunction(G3), truth: gShares(G3) },
  {
    name: "a product and a sum",
    model: modelOf(inputsNamed(3, UNIT_INTERVAL), { y: "x1*x2 + x3" }),
    // Borgonovo, Sensitivity Analysis (2017), p. 157.
    truth: { first: [3 / 19, 3 / 19, 12 / 19], total: [4 / 19, 4 / 19, 12 / 19] },
  },
];

describe.each(cases)("Sobol' indices of $name", ({ model, truth }) => {
  const { groups, evaluations } = indices(model, OPTIONS);

  it("are within 0.005 of the closed form, and within their own error", () => {
    for (const [k, { first, total }] of groups.entries()) {
      expect(Math.abs(first.value - truth.first[k]!)).toBeLessThan(0.005);
      expect(Math.abs(total.value - truth.total[k]!)).toBeLessThan(0.005);
      expect(holds(first, truth.first[k]!)).toBe(true);
      expect(holds(total, truth.total[k]!)).toBe(true);
    }
  });

  it("cost (inputs + 2) evaluations a base point", () => {
    expect(evaluations).toBe(OPTIONS.draws * (groups.length + 2));
  });
});
