import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import type { Distribution, DistributionSpec } from "../../src/distributions/distribution.js";
import { ParameterError } from "../../src/distributions/family.js";

const constant = (value: number): DistributionSpec => ({
  distribution: "constant",
  parameters: { value },
});
const uniform = (min: number, max: number): DistributionSpec => ({
  distribution: "uniform",
  parameters: { min, max },
});
const mixture = (components: readonly DistributionSpec[], weights: readonly number[]) => ({
  distribution: "mixture",
  parameters: { components, weights },
});
const mixed = (components: readonly DistributionSpec[], weights: readonly number[]): Distribution =>
  createDistribution(mixture(components, weights));

describe("a mixture", () => {
  it("gives an atom between continuous values its own share, to the last bit", () => {
    const { quantile, quantileAbove, cdf } = mixed([uniform(0, 10), constant(5)], [1, 1]);
    expect(quantile(0.1)).toBeCloseTo(2, 14);
    for (const p of [0.2500001, 0.4, 0.5, 0.6, 0.75]) {
      expect(quantile(p)).toBe(5);
      expect(quantileAbove(1 - p)).toBe(5);
    }
    expect(quantile(0.9)).toBeCloseTo(8, 14);
    expect(cdf(5)).toBe(0.75);
  });

  it("leaves a gap between its components empty", () => {
    const { quantile, quantileAbove } = mixed([uniform(0, 1), uniform(5, 6)], [1, 1]);
    expect(quantile(0.5)).toBe(1);
    expect(quantileAbove(0.5)).toBe(1);
    for (let k = 1; k < 4096; k++) {
      const x = quantile(k / 4096);
      expect(x <= 1 || x >= 5).toBe(true);
    }
  });

  it("of values with weights is discrete", () => {
    const values = [7, -2.5, 1e-9];
    const weights = [3, 1, 4];
    const discrete = createDistribution({
      distribution: "discrete",
      parameters: { values, weights },
    });
    const found = mixed(values.map(constant), weights);
    for (let k = 1; k < 64; k++) expect(found.quantile(k / 64)).toBe(discrete.quantile(k / 64));
    expect(found.mean).toBeCloseTo(discrete.mean, 14);
    expect(found.sd).toBeCloseTo(discrete.sd, 14);
  });

  it("of one component is that component", () => {
    const lognormal = { distribution: "lognormal", parameters: { p5: 1, p95: 9 } };
    const whole = createDistribution(lognormal);
    const found = mixed([lognormal], [0.2]);
    for (const p of [1e-300, 1e-9, 0.5, 0.999]) expect(found.quantile(p)).toBe(whole.quantile(p));
  });

  it("nested is the mixture with the weights multiplied out", () => {
    const [a, b, c] = [uniform(0, 1), uniform(0.5, 3), uniform(2, 8)];
    const nested = mixed([mixture([a, b], [1, 3]), c], [4, 6]);
    const flat = mixed([a, b, c], [1, 3, 6]);
    for (let k = 1; k < 100; k++) {
      expect(nested.quantile(k / 100)).toBeCloseTo(flat.quantile(k / 100), 13);
    }
  });

  it("without a mean among its components has none", () => {
    const cauchy = { distribution: "cauchy", parameters: { location: 0, scale: 1 } };
    const pareto = { distribution: "pareto", parameters: { scale: 1, shape: 1 } };
    expect(mixed([cauchy, constant(1)], [1, 1])).toMatchObject({ mean: NaN, sd: NaN });
    expect(mixed([pareto, constant(1)], [1, 1])).toMatchObject({ mean: Infinity, sd: Infinity });
  });

  const deep = (levels: number): DistributionSpec =>
    levels === 0 ? constant(1) : mixture([deep(levels - 1)], [1]);

  it.each<[string, () => Distribution, RegExp]>([
    ["no components", () => mixed([], []), /components must hold 1 to 100 distributions; got 0/],
    [
      "too many components",
      () =>
        mixed(new Array<DistributionSpec>(101).fill(constant(1)), new Array<number>(101).fill(1)),
      /1 to 100 distributions; got 101/,
    ],
    [
      "a missing weight",
      () => mixed([constant(1), constant(2)], [1]),
      /weights must have one entry for each of 2 components; got 1\. Give each/,
    ],
    ["a negative weight", () => mixed([constant(1)], [-1]), /weights cannot be negative; got -1/],
    ["weights of 0", () => mixed([constant(1)], [0]), /weights are all 0/],
    ["endless weights", () => mixed([deep(1), deep(1)], [1e308, 1e308]), /Divide them all/],
    [
      "endless nesting",
      () => createDistribution(deep(6)),
      /nested deeper than 4 levels\. Multiply/,
    ],
  ])("refuses %s with a mend", (_, create, says) => {
    const refusal = (): string => {
      try {
        create();
      } catch (error) {
        if (error instanceof ParameterError) return `${error.message}. ${error.fix}`;
        throw error;
      }
      return "";
    };
    expect(refusal()).toMatch(says);
  });
});
