import { describe, expect, it } from "vitest";
import type { CompiledModel } from "../../src/engine/compile-model.js";
import {
  type ShapleyEffects,
  shapleyEffects,
  type ShapleyOptions,
} from "../../src/sensitivity/shapley-effects.js";
import { shapleyValues } from "../../src/sensitivity/shapley-weights.js";
import type { Interval } from "../../src/statistics/estimate.js";
import {
  inputsNamed,
  ISHIGAMI,
  ishigami,
  modelOf,
  STANDARD_NORMAL,
  UNIT_INTERVAL,
} from "./models.js";

function effects(model: CompiledModel, options: ShapleyOptions): ShapleyEffects {
  const [result] = shapleyEffects(model, [{ output: 0, measure: { kind: "value" } }], options);
  if (result!.kind === "refused") throw new Error(result!.reason);
  return result as ShapleyEffects;
}

const OPTIONS = { draws: 4096, seed: "5" };
/** Student's t with seven degrees leaves 1e-4 outside 7.06, and 5% outside 2.365. */
const HALF_WIDTHS = 7.06 / 2.365;

function expectWithin({ value, low, high }: Interval, truth: number): void {
  expect(Math.abs(value - truth)).toBeLessThanOrEqual((HALF_WIDTHS * (high - low)) / 2);
}

/** The rank correlation whose normal scores correlate by `score`. */
function rank(score: number): number {
  return (6 / Math.PI) * Math.asin(score / 2);
}

/** x1 + x2 + x3 of normals with sd 1, 1 and 2, the last two correlated; more inputs without effect. */
function linear(correlation: number, idle = 0): CompiledModel {
  const more = Array.from({ length: idle }, (_, k) => `x${k + 4}`);
  return modelOf(
    {
      ...inputsNamed(3 + idle, STANDARD_NORMAL),
      x3: "distribution: normal, mean: 0, sd: 2",
    },
    { y: "x1 + x2 + x3", ...(idle > 0 ? { rest: more.join(" + ") } : {}) },
    [["x2", "x3", rank(correlation)]],
  );
}

/** Closed form of a linear Gaussian model: Owen & Prieur (2017), section 4; Iooss & Prieur (2019). */
const LINEAR = [
  { correlation: 0.5, truth: [1 / 8, 19 / 64, 37 / 64] },
  { correlation: 0.9, truth: [0.10416666666666667, 0.41822916666666665, 0.47760416666666666] },
  { correlation: -0.9, truth: [0.4166666666666667, 0.17291666666666664, 0.4104166666666667] },
] as const;

describe.each(LINEAR)("Shapley effects of a sum with correlation $correlation", (c) => {
  it("from all subsets are those of the closed form", () => {
    const { groups, method } = effects(linear(c.correlation), OPTIONS);
    expect(method).toBe("subsets");
    for (const [k, { effect }] of groups.entries()) {
      expectWithin(effect, c.truth[k]!);
      expect(Math.abs(effect.value - c.truth[k]!)).toBeLessThan(0.005);
    }
  });

  it("from random orders are the same, and those of idle inputs are nothing", () => {
    const { groups, method } = effects(linear(c.correlation, 9), OPTIONS);
    expect(method).toBe("permutations");
    for (const [k, { effect }] of groups.slice(0, 3).entries()) {
      expectWithin(effect, c.truth[k]!);
      expect(Math.abs(effect.value - c.truth[k]!)).toBeLessThan(0.02);
    }
    for (const { effect } of groups.slice(3)) expect(effect.value).toBe(0);
  });
});

describe("Shapley effects", () => {
  // Owen & Prieur (2017), section 4: where inputs are exchangeable, so are their effects.
  it.each([2, 3])("of a sum of %i normals correlated alike are shared evenly", (count) => {
    const names = Array.from({ length: count }, (_, k) => `x${k + 1}`);
    const pairs = names.flatMap((one, k) =>
      names.slice(k + 1).map((other) => [one, other, rank(0.5)] as const),
    );
    const model = modelOf(inputsNamed(count, STANDARD_NORMAL), { y: names.join(" + ") }, pairs);
    for (const { effect } of effects(model, OPTIONS).groups) {
      expectWithin(effect, 1 / count);
      expect(Math.abs(effect.value - 1 / count)).toBeLessThan(0.005);
    }
  });

  it("of Ishigami's function share an interaction evenly", () => {
    const { groups } = effects(ishigami(), { draws: 2 ** 14, seed: "5" });
    for (const [k, { effect }] of groups.entries()) {
      expectWithin(effect, ISHIGAMI.shapley[k]!);
      expect(Math.abs(effect.value - ISHIGAMI.shapley[k]!)).toBeLessThan(0.005);
    }
  });

  it("add up to all of the variance", () => {
    for (const model of [ishigami(), linear(0.9), linear(0.9, 9)]) {
      const sum = effects(model, OPTIONS).groups.reduce((s, { effect }) => s + effect.value, 0);
      expect(sum).toBeCloseTo(1, 12);
    }
  });

  it("of a group of correlated inputs are all that the group explains", () => {
    const groups = [{ name: "pair", inputs: ["x2", "x3"] }];
    const [pair, alone] = effects(linear(0.5), { ...OPTIONS, groups }).groups;
    expect([pair!.name, alone!.name]).toEqual(["pair", "x1"]);
    expectWithin(pair!.effect, 7 / 8);
    expectWithin(alone!.effect, 1 / 8);
  });

  it("of two uniform inputs that are nearly the same share what either would have", () => {
    const model = modelOf(inputsNamed(3, UNIT_INTERVAL), { y: "x1 + x2 + x3" }, [
      ["x1", "x2", 0.9999],
      ["x2", "x3", 0],
    ]);
    const { groups } = effects(model, OPTIONS);
    for (const [k, truth] of [0.4, 0.4, 0.2].entries()) {
      expect(Math.abs(groups[k]!.effect.value - truth)).toBeLessThan(0.005);
    }
  });

  it("of inputs correlated perfectly are shared evenly", () => {
    const model = modelOf(inputsNamed(2, STANDARD_NORMAL), { y: "x1 + x2" }, [["x1", "x2", 1]]);
    for (const { effect } of effects(model, OPTIONS).groups) {
      expect(effect.value).toBeCloseTo(0.5, 10);
    }
  });

  it("cover the truth as often as they say, over 200 seeds", () => {
    const covered = [0, 0, 0];
    const model = linear(0.5);
    for (let seed = 0; seed < 200; seed++) {
      const { groups } = effects(model, { draws: 256, seed: String(seed) });
      for (const [k, { effect }] of groups.entries()) {
        const truth = LINEAR[0].truth[k]!;
        if (effect.low <= truth && truth <= effect.high) covered[k]!++;
      }
    }
    // Binomial(200, 0.95): fewer than 177 or more than 199 with a probability of 1e-4 each (SciPy 1.17).
    for (const count of covered) {
      expect(count).toBeGreaterThanOrEqual(177);
      expect(count).toBeLessThanOrEqual(199);
    }
  });
});

describe("shapleyValues", () => {
  it("gives each player what it adds, averaged over the orders: Shapley's glove game", () => {
    // Player 0 has a left glove, 1 and 2 right ones; a pair is worth 1.
    const worth = [0, 0, 0, 1, 0, 1, 0, 1];
    const values = shapleyValues(3, worth);
    for (const [k, truth] of [2 / 3, 1 / 6, 1 / 6].entries())
      expect(values[k]).toBeCloseTo(truth, 14);
  });
});
