import { sampleCorrelation } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../src/numeric/normal.js";
import { createDesign } from "../../src/sampling/create-design.js";
import type { Method } from "../../src/scenario/scenario.js";
import { regression } from "../../src/sensitivity/regression.js";
import { midranks } from "../../src/sensitivity/spearman.js";
import type { Interval } from "../../src/statistics/estimate.js";

/** Student's t with seven degrees leaves 1e-4 outside 7.06, and 5% outside 2.365. */
const HALF_WIDTHS = 7.06 / 2.365;

function expectWithin({ value, low, high }: Interval, truth: number): void {
  expect(Math.abs(value - truth)).toBeLessThanOrEqual((HALF_WIDTHS * (high - low)) / 2 + 1e-12);
}

function draw(method: Method, draws = 8192) {
  const dimensions = ["a", "b", "c"];
  const design = createDesign({ method, draws, seed: "4", dimensions });
  const scores = dimensions.map((name) => {
    const column = new Float64Array(draws);
    design.fill(name, 0, column);
    return column.map(normalQuantile);
  });
  const [a, b, c] = scores as [Float64Array, Float64Array, Float64Array];
  // x correlates with a by 0.6; y has variance 1 + 4 + 2*0.6*2 + 1 = 8.4.
  const x = a.map((z, i) => 0.6 * z + 0.8 * b[i]!);
  const y = a.map((z, i) => z + 2 * x[i]! + c[i]!);
  return { a, x, y, replication: design.replication };
}

describe.each(["random", "lhs", "sobol"] as const)("regression on %s draws", (method) => {
  const { a, x, y, replication } = draw(method);

  it("finds the coefficients and the share explained of a line with correlated inputs", () => {
    const found = regression(
      y,
      new Map([
        ["a", a],
        ["x", x],
      ]),
      replication,
    );
    expectWithin(found.inputs[0]!.standardized, 1 / Math.sqrt(8.4));
    expectWithin(found.inputs[1]!.standardized, 2 / Math.sqrt(8.4));
    expectWithin(found.explained, 7.4 / 8.4);
    // Given the other, an input keeps a variance of 0.64, and the rest has variance 1.
    expectWithin(found.inputs[0]!.partial, 0.8 / Math.hypot(0.8, 1));
    expectWithin(found.inputs[1]!.partial, 1.6 / Math.hypot(1.6, 1));
  });

  it("takes a monotone effect for a straight one on ranks, and not on values", () => {
    const steep = a.map((z) => Math.exp(3 * z));
    const inputs = new Map([["a", a]]);
    expect(regression(steep, inputs, replication).explained.value).toBeLessThan(0.5);
    const ranks = regression(midranks(steep), new Map([["a", midranks(a)]]), replication);
    expect(ranks.explained.value).toBeCloseTo(1, 12);
    expect(ranks.inputs[0]!.partial.value).toBeCloseTo(1, 6);
  });
});

describe("regression", () => {
  it("has the slopes of two inputs by the textbook formula", () => {
    const { a, x, y } = draw("random", 200);
    const r = (u: Float64Array, v: Float64Array): number => sampleCorrelation([...u], [...v]);
    const own = 1 - r(a, x) ** 2;
    const found = regression(
      y,
      new Map([
        ["a", a],
        ["x", x],
      ]),
      undefined,
    );
    expect(found.inputs[0]!.standardized.value).toBeCloseTo(
      (r(a, y) - r(a, x) * r(x, y)) / own,
      12,
    );
    expect(found.inputs[1]!.standardized.value).toBeCloseTo(
      (r(x, y) - r(a, x) * r(a, y)) / own,
      12,
    );
    const partial = (r(a, y) - r(a, x) * r(x, y)) / Math.sqrt(own * (1 - r(x, y) ** 2));
    expect(found.inputs[0]!.partial.value).toBeCloseTo(partial, 12);
  });

  it("tells no coefficients where one input determines another, but still what they explain", () => {
    const { a, y, replication } = draw("sobol");
    const twins = new Map([
      ["a", a],
      ["twin", a.map((z) => 3 * z - 1)],
    ]);
    const { inputs, explained } = regression(y, twins, replication);
    expect(inputs[0]!.standardized.value).toBeNaN();
    // y = (1 + 2 * 0.6) a + ..., so a explains 2.2² of 8.4.
    expectWithin(explained, (2.2 * 2.2) / 8.4);
  });
});
