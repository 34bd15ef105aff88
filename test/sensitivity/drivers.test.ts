import { describe, expect, it } from "vitest";
import type { Method } from "../../src/scenario/scenario.js";
import type { Interval } from "../../src/statistics/estimate.js";
import { createDesign } from "../../src/sampling/create-design.js";
import { rankDrivers } from "../../src/sensitivity/drivers.js";
import { drivingInputs } from "../../src/sensitivity/driving-inputs.js";
import { midranks } from "../../src/sensitivity/spearman.js";

const DRAWS = 20_000;

function run(method: Method) {
  const design = createDesign({
    method,
    draws: DRAWS,
    seed: "3",
    dimensions: ["a", "b", "unused"],
  });
  const uniforms = new Map(
    ["a", "b", "unused"].map((name) => {
      const column = new Float64Array(DRAWS);
      design.fill(name, 0, column);
      return [name, column];
    }),
  );
  const a = uniforms.get("a")!;
  const b = uniforms.get("b")!;
  const values = a.map((u, i) => 10 - 8 * u + b[i]!);
  const driving = drivingInputs(uniforms, design.replication);
  return rankDrivers(values, driving, () => true, [{ name: "price", price: 6.5 }]);
}

describe.each(["random", "lhs", "sobol"] as const)(
  "drivers of 10 - 8 a + b by %s draws",
  (method) => {
    const [first, second, third] = run(method);

    it("are ranked by how far the median moves between the lowest and the highest tenth", () => {
      expect([first!.input, second!.input, third!.input]).toEqual(["a", "b", "unused"]);
    });

    it("hold the medians that the model has there, within twice their intervals", () => {
      const misses = ({ value, low, high }: Interval, truth: number): boolean =>
        Math.abs(value - truth) > high - low;
      // In its lowest tenth a is 0.05 at the median, so the output is 10 - 0.4 + 0.5.
      expect(misses(first!.low, 10.1)).toBe(false);
      expect(misses(first!.high, 2.9)).toBe(false);
    });

    it("carry the sign and size of the rank correlation", () => {
      // Pearson's of the uniforms is -8 / sqrt(65) = -0.992; ranks of a near-uniform sum stay close.
      expect(first!.rank).toBeLessThan(-0.98);
      expect(Math.abs(third!.rank)).toBeLessThan(5 / Math.sqrt(DRAWS));
    });

    it("say what each tenth does to the probability of meeting a price", () => {
      const [{ low, high } = { low: undefined, high: undefined }] = first!.breakEven;
      expect(low!.value).toBe(0);
      expect(high!.value).toBe(1);
      const neutral = third!.breakEven[0]!;
      expect(neutral.low.low).toBeLessThan(neutral.high.high);
      expect(neutral.high.low).toBeLessThan(neutral.low.high);
    });
  },
);

describe("midranks", () => {
  it("shares ranks between equal values and puts NaN last", () => {
    expect([...midranks(Float64Array.of(3, 1, NaN, 3, 2))]).toEqual([3.5, 1, 5, 3.5, 2]);
  });
});
