import { describe, expect, it } from "vitest";
import { percentile, sortColumn } from "../../src/statistics/percentile.js";
import {
  holdAtoms,
  holdContinuous,
  holdIndependent,
  holdRanks,
  quantileOf,
  uniformsOf,
  type Verdict,
} from "./battery.js";
import { CONTINUOUS, DISCRETE } from "./closed-forms.js";

const DRAWS = 1_000_000;
/** Holm's and Bonferroni's first step: one in a million over all of at most 500 hypotheses. */
const P_MIN = 1e-6 / 500;

const nameOf = (spec: object): string => JSON.stringify(spec).replaceAll('"', "");
let hypotheses = 0;

function expectSound(verdicts: readonly Verdict[]): void {
  hypotheses += verdicts.length;
  expect(verdicts.filter(({ p }) => !(p >= P_MIN))).toEqual([]);
}

describe("a million draws by the path of a run, against closed forms", () => {
  it.each(CONTINUOUS.map((form) => [nameOf(form.spec), form] as const))("%s", (name, form) => {
    expectSound(holdContinuous(uniformsOf(name, DRAWS), quantileOf(form), form));
  });

  it.each(DISCRETE.map((form) => [nameOf(form.spec), form] as const))("%s", (name, form) => {
    expectSound(holdAtoms(uniformsOf(name, DRAWS), quantileOf(form), form));
  });

  it("are independent between inputs, between seeds and from one draw to the next", () => {
    const one = uniformsOf("price", DRAWS);
    const other = uniformsOf("power", DRAWS);
    expectSound(holdIndependent(one, uniformsOf("price2", DRAWS)));
    expectSound(holdIndependent(one, other));
    expectSound(holdIndependent(one, uniformsOf("price", DRAWS, "battery2")));
    for (const lag of [1, 2, 3, 4]) {
      expectSound(holdIndependent(one.subarray(lag), one.subarray(0, DRAWS - lag)));
      expectSound(holdIndependent(one.subarray(lag), other.subarray(0, DRAWS - lag)));
      expectSound(holdIndependent(other.subarray(lag), one.subarray(0, DRAWS - lag)));
    }
  });

  it("have percentiles of the right rank", () => {
    const found = (sorted: Float64Array, p: number): number =>
      percentile(sortColumn({ values: sorted }), p).value;
    expectSound(holdRanks(uniformsOf("ranks", DRAWS), 99, found));
  });

  it("were held against no more hypotheses than the bound allows for", () => {
    expect(hypotheses).toBeGreaterThan(200);
    expect(hypotheses).toBeLessThanOrEqual(500);
  });
});
