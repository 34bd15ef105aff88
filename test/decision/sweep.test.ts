import { describe, expect, it } from "vitest";
import { fixedDraws } from "../../src/decision/fixed-draws.js";
import { sweep } from "../../src/decision/sweep.js";
import { normalCdf, normalQuantile } from "../../src/numeric/normal.js";
import type { Interval } from "../../src/statistics/estimate.js";
import { inputsNamed, modelOf, STANDARD_NORMAL } from "../sensitivity/models.js";

const model = modelOf(inputsNamed(3, STANDARD_NORMAL), { y: "x1 + 3*x2 + x3" });
const dimensions = ["x1", "x2", "x3"];

/** Twice the reach of a 95% interval leaves out 2e-3 of Student's t with seven degrees. */
function expectNear({ value, low, high }: Interval, truth: number): void {
  expect(Math.abs(value - truth)).toBeLessThanOrEqual(high - low);
}

describe.each(["random", "lhs", "sobol"] as const)(
  "a sweep over two inputs by %s draws",
  (method) => {
    const draws = fixedDraws(model, { method, draws: 8192, seed: "3", dimensions });
    const axes = [
      { input: "x2", values: [-1, 0] },
      { input: "x1", values: [0, 1, 2] },
    ];
    const points = sweep(draws, axes, 0, [0], "held");

    it("takes every combination, the last axis fastest", () => {
      expect(points.map(({ at }) => at)).toEqual([
        [-1, 0],
        [-1, 1],
        [-1, 2],
        [0, 0],
        [0, 1],
        [0, 2],
      ]);
    });

    it("has the distribution of what is left uncertain at each of them", () => {
      for (const { at, mean, p5, p50, p95, breakEven } of points) {
        const centre = 3 * at[0]! + at[1]!;
        expect(Math.abs(mean.value - centre)).toBeLessThan(5 * mean.error);
        expectNear(p5, centre + normalQuantile(0.05));
        expectNear(p50, centre);
        expectNear(p95, centre + normalQuantile(0.95));
        expectNear(breakEven[0]!, normalCdf(-centre));
      }
    });

    it("moves by exactly what the model moves from point to point", () => {
      expect(points[1]!.p50.value - points[0]!.p50.value).toBeCloseTo(1, 12);
      expect(points[3]!.mean.value - points[0]!.mean.value).toBeCloseTo(3, 12);
    });
  },
);
