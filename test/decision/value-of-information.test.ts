import { describe, expect, it } from "vitest";
import { valueOfInformation } from "../../src/decision/value-of-information.js";
import type { Method } from "../../src/scenario/scenario.js";
import type { Interval } from "../../src/statistics/estimate.js";
import { normalColumns } from "../statistics/normal-columns.js";

function draw(method: Method, draws: number, seed = "6") {
  const columns = normalColumns(["x1", "x2", "idle"], method, draws, seed);
  return { ...columns, zero: new Float64Array(draws) };
}

/** Student's t with seven degrees leaves 1e-4 outside 7.06, and 5% outside 2.365. */
const HALF_WIDTHS = 7.06 / 2.365;

function expectWithin({ value, low, high }: Interval, truth: number): void {
  // The last term is what a rule of straight pieces may lose, and the skew of one balanced input.
  expect(Math.abs(value - truth)).toBeLessThanOrEqual((HALF_WIDTHS * (high - low)) / 2 + 1e-4);
}

describe.each(["random", "lhs", "sobol"] as const)(
  "the value of information, %s draws",
  (method) => {
    const { x1, x2, idle, zero, replication } = draw(method, 16_384);

    // The unit normal loss: E max(0, NB) - max(0, mu) is s phi(mu/s) - |mu| Phi(-|mu|/s).
    it.each([
      [0, 1, 0.3989422804014327],
      [1, 2, 0.39559311480261217],
      [-0.5, 3, 0.9634110646112718],
      [-3, 1.5, 0.01273605392524449],
    ])("of a net benefit N(%d, %d) is the unit normal loss", (mean, sd, truth) => {
      const benefit = x1.map((z) => mean + sd * z);
      const { perfect, inputs } = valueOfInformation(
        [zero, benefit],
        new Map([["x1", x1]]),
        replication,
      );
      expectWithin(perfect, truth);
      expect(perfect.high - perfect.low).toBeLessThan(0.05);
      // Knowing the one input is knowing everything.
      expectWithin(inputs[0]!.value, truth);
      expect(perfect.value - inputs[0]!.value.value).toBeLessThan(0.001);
    });

    it("splits over the inputs of 1 + x1 + 2 x2 as in closed form, and is nothing for an idle one", () => {
      const benefit = x1.map((z, i) => 1 + z + 2 * x2[i]!);
      const columns = new Map([
        ["x1", x1],
        ["x2", x2],
        ["idle", idle],
      ]);
      const { best, perfect, inputs } = valueOfInformation([zero, benefit], columns, replication);
      expect(best).toBe(1);
      expectWithin(perfect, 0.4798107063483925);
      expectWithin(inputs[0]!.value, 0.0833154705876864);
      expectWithin(inputs[1]!.value, 0.39559311480261217);
      expect(Math.abs(inputs[0]!.value.value - 0.0833154705876864)).toBeLessThan(0.015);
      expect(Math.abs(inputs[2]!.value.value)).toBeLessThan(0.002);
    });

    it("splits over two inputs of different spread as in closed form", () => {
      // E[NB | X1] ~ N(0.5, 1) and E[NB | X2] ~ N(0.5, 2): the unit normal loss of each.
      const benefit = x1.map((z, i) => 0.5 + z + 2 * x2[i]!);
      const columns = new Map([
        ["x1", x1],
        ["x2", x2],
      ]);
      const { perfect, inputs } = valueOfInformation([zero, benefit], columns, replication);
      expectWithin(perfect, 0.6642711489467628);
      expectWithin(inputs[0]!.value, 0.19779655740130603);
      expectWithin(inputs[1]!.value, 0.5726893964471604);
    });

    it("of an input that matters only through a correlated one is what it tells of that", () => {
      const told = x1.map((z, i) => 0.6 * z + 0.8 * x2[i]!);
      const { inputs } = valueOfInformation([zero, x1], new Map([["told", told]]), replication);
      expectWithin(inputs[0]!.value, 0.6 * 0.3989422804014327);
    });

    it("needs no straight effect, and takes any number of options", () => {
      const bent = x1.map((z) => z * z - 1);
      const { inputs } = valueOfInformation([zero, bent], new Map([["x1", x1]]), replication);
      // E max(0, X² - 1) = 2 phi(1).
      expectWithin(inputs[0]!.value, 0.48394144903828673);
      const either = valueOfInformation([zero, x1, x1.map((z) => -z)], new Map(), replication);
      expectWithin(either.perfect, Math.sqrt(2 / Math.PI));
    });

    it("is exact for an input of two values", () => {
      const coin = x1.map((z) => Number(z > 0));
      const benefit = coin.map((side, i) => 2 * side - 1 + x2[i]! / 10);
      const { inputs } = valueOfInformation(
        [zero, benefit],
        new Map([["coin", coin]]),
        replication,
      );
      expectWithin(inputs[0]!.value, 0.5);
    });
  },
);

describe("the value of information", () => {
  it("scales with the payoffs, and is the same for a cost saved as for a gain made", () => {
    const { x1, x2, zero, replication } = draw("sobol", 4096);
    const benefit = x1.map((z, i) => 0.3 + z + x2[i]!);
    const columns = new Map([["x1", x1]]);
    const once = valueOfInformation([zero, benefit], columns, replication);
    const dear = valueOfInformation([zero, benefit.map((y) => 1024 * y)], columns, replication);
    expect(dear.perfect.value).toBeCloseTo(1024 * once.perfect.value, 8);
    expect(dear.inputs[0]!.value.value).toBeCloseTo(1024 * once.inputs[0]!.value.value, 8);
    const shifted = valueOfInformation(
      [zero.map((y) => y - 7), benefit.map((y) => y - 7)],
      columns,
      replication,
    );
    expect(shifted.inputs[0]!.value.value).toBeCloseTo(once.inputs[0]!.value.value, 10);
  });

  it("counts payoffs that are not numbers, and is then no number either", () => {
    const { x1, zero } = draw("random", 1000);
    const broken = x1.map((z) => (z > 2 ? NaN : z));
    const count = x1.filter((z) => z > 2).length;
    const result = valueOfInformation([zero, broken], new Map([["x1", x1]]), undefined);
    expect(result.undefined).toBe(count);
    expect(result.perfect.value).toBeNaN();
    expect(result.inputs[0]!.value.value).toBeNaN();
  });

  it("has intervals that cover as often as they say, over 200 seeds", () => {
    let covered = 0;
    for (let seed = 0; seed < 200; seed++) {
      const { x1, x2, zero, replication } = draw("sobol", 1024, String(seed));
      const benefit = x1.map((z, i) => 1 + z + 2 * x2[i]!);
      const { inputs } = valueOfInformation([zero, benefit], new Map([["x2", x2]]), replication);
      const { low, high } = inputs[0]!.value;
      covered += Number(low <= 0.39559311480261217 && 0.39559311480261217 <= high);
    }
    // Binomial(200, 0.95): fewer than 177 or more than 199 with a probability of 1e-4 each (SciPy 1.17).
    expect(covered).toBeGreaterThanOrEqual(177);
    expect(covered).toBeLessThanOrEqual(199);
  });

  it("of an idle input is not pushed up by chance, even where the options are nearly equal", () => {
    let worth = 0;
    for (let seed = 0; seed < 20; seed++) {
      const { x1, x2, idle, zero } = draw("random", 1024, String(seed));
      const benefit = x1.map((z, i) => 0.1 + z + 2 * x2[i]!);
      const { inputs } = valueOfInformation([zero, benefit], new Map([["idle", idle]]), undefined);
      worth += inputs[0]!.value.value / 20;
    }
    // Rules tried on the draws that they were fitted on seem to earn 0.07.
    expect(worth).toBeLessThan(0.02);
  });
});
