import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type CompiledModel, compileModel } from "../../src/engine/compile-model.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Refusal } from "../../src/sensitivity/groups.js";
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
import reference from "../reference/token-cost-8-shares.json" with { type: "json" };

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

describe("Sobol' indices of the nine-input benchmark model at 2^14 base points", () => {
  const text = readFileSync(new URL("../reference/token-cost-8.yaml", import.meta.url), "utf8");
  const model = compileModel(parseScenario("token-cost-8.yaml", text));
  const targets = [
    { output: 0, measure: { kind: "value" } },
    { output: 0, measure: { kind: "logarithm" } },
  ] as const;
  const runs = ["1", "2", "3", "4", "5"].map((seed) =>
    sobolIndices(model, targets, { ...OPTIONS, seed }),
  );

  it.each([
    ["value", 0, 0.03],
    ["logarithm", 1, 0.0005],
  ] as const)("miss those of the %s by little in the worst input", (measure, target, limit) => {
    const worst = runs.map((results) =>
      Math.max(
        ...(results[target] as SobolIndices).groups.flatMap(({ name, first, total }) => {
          const truth = reference[measure][name as keyof (typeof reference)["value"]];
          return [Math.abs(first.value - truth.first), Math.abs(total.value - truth.total)];
        }),
      ),
    );
    const meanSquare = worst.reduce((sum, miss) => sum + miss * miss, 0) / worst.length;
    expect(Math.sqrt(meanSquare)).toBeLessThan(limit);
  });
});

describe("95% intervals of Sobol' indices", () => {
  it("cover the truth as often as they say, over 250 seeds", () => {
    const model = ishigami();
    const covered = [0, 0, 0, 0, 0, 0];
    for (let seed = 0; seed < 250; seed++) {
      const { groups } = indices(model, { draws: 256, seed: String(seed) });
      const pairs = groups.flatMap(({ first, total }, k) => [
        { interval: first, truth: ISHIGAMI.first[k]! },
        { interval: total, truth: ISHIGAMI.total[k]! },
      ]);
      for (const [k, { interval, truth }] of pairs.entries()) {
        if (interval.low <= truth && truth <= interval.high) covered[k]!++;
      }
    }
    // Binomial(250, 0.95): fewer than 223 or more than 248 with a probability of 1e-4 each (SciPy 1.17).
    for (const count of covered) {
      expect(count).toBeGreaterThanOrEqual(223);
      expect(count).toBeLessThanOrEqual(248);
    }
  });
});

describe("Sobol' indices", () => {
  it("are exactly zero for an input without effect", () => {
    const model = modelOf(inputsNamed(3, UNIT_INTERVAL), { y: "x1 + x2", unused: "x3" });
    const { first, total } = indices(model, OPTIONS).groups[2]!;
    expect([first.value, total.value]).toEqual([0, 0]);
  });

  it("of a group hold its interactions: the two factors of a product", () => {
    const model = modelOf(inputsNamed(3, UNIT_INTERVAL), { y: "x1*x2 + x3" });
    const groups = [{ name: "product", inputs: ["x1", "x2"] }];
    const [product, alone] = indices(model, { ...OPTIONS, groups }).groups;
    expect([product!.name, alone!.name]).toEqual(["product", "x3"]);
    expect(holds(product!.first, 7 / 19) && holds(product!.total, 7 / 19)).toBe(true);
    expect(holds(alone!.first, 12 / 19)).toBe(true);
  });

  it("of meeting a price follow from the areas where it is met", () => {
    // x1 + x2 <= 1/2 with probability 1/8; given x1 below 1/2 with probability 1/2 - x1.
    const model = modelOf(inputsNamed(2, UNIT_INTERVAL), { y: "x1 + x2" });
    const { groups } = indices(model, OPTIONS, { kind: "at-or-below", price: 0.5 });
    const share = (1 / 24 - 1 / 64) / (7 / 64);
    for (const { first, total } of groups) {
      expect(holds(first, share)).toBe(true);
      expect(holds(total, 1 - share)).toBe(true);
    }
  });

  const correlated = modelOf(inputsNamed(3, UNIT_INTERVAL), { y: "x1 + x2 + x3" }, [
    ["x1", "x2", 0.5],
  ]);

  it("are refused for correlated inputs, with the reason and what to do instead", () => {
    const [result] = sobolIndices(correlated, [{ output: 0, measure: { kind: "value" } }], OPTIONS);
    expect(result).toMatchObject({ kind: "refused", instead: "shapley" });
    expect((result as Refusal).reason).toMatch(/X1 and X2 are correlated/);
  });

  it("exist for a group of correlated inputs that are independent of the others", () => {
    const groups = [{ name: "pair", inputs: ["x1", "x2"] }];
    const [pair, alone] = indices(correlated, { ...OPTIONS, groups }).groups;
    // Var(x1 + x2) is 2 (1 + rho) / 12, and of the rank correlation asked for exactly.
    expect(holds(pair!.first, 3 / 4) && holds(pair!.total, 3 / 4)).toBe(true);
    expect(holds(alone!.total, 1 / 4)).toBe(true);
  });

  it.each([
    [
      "x1 - 0.5",
      { kind: "logarithm" },
      "the output is not always positive, so it has no logarithm",
    ],
    ["x1 - 0.5", { kind: "at-or-below", price: 0.5 }, "every draw is at or below the price"],
    ["x1 - 0.5", { kind: "at-or-below", price: -1 }, "no draw is at or below the price"],
    ["0*x1", { kind: "value" }, "the output does not vary"],
    ["log(x1 - 2)", { kind: "value" }, "no draw of the output is a number"],
  ] as const)("of %s as %o are refused", (formula, measure, reason) => {
    const model = modelOf(inputsNamed(1, UNIT_INTERVAL), { y: formula });
    const [result] = sobolIndices(model, [{ output: 0, measure }], OPTIONS);
    expect(result).toEqual({ kind: "refused", reason });
  });

  it("count evaluations that give no number, and are then no numbers either", () => {
    const model = modelOf(inputsNamed(2, UNIT_INTERVAL), { y: "sqrt(x1 - 0.25) + x2" });
    const { groups, undefined: count } = indices(model, { draws: 1024, seed: "1" });
    // A, B, and either with x1 or with x2 swapped: a quarter of 4 x 1024.
    expect(count).toBe(1024);
    expect(groups[0]!.first.value).toBeNaN();
  });
});
