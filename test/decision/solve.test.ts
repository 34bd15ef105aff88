import { describe, expect, it } from "vitest";
import { fixedDraws } from "../../src/decision/fixed-draws.js";
import { marginalOf } from "../../src/decision/marginal.js";
import { placesOf } from "../../src/decision/places.js";
import { type Crossing, type Question, type Solution, solve } from "../../src/decision/solve.js";
import type { CompiledModel } from "../../src/engine/compile-model.js";
import { normalQuantile } from "../../src/numeric/normal.js";
import type { Method } from "../../src/scenario/scenario.js";
import { inputsNamed, modelOf, STANDARD_NORMAL } from "../sensitivity/models.js";

const Z90 = normalQuantile(0.9);

function ask(
  model: CompiledModel,
  question: Partial<Question>,
  run: { method?: Method; draws?: number; seed?: string } = {},
): Solution {
  const dimensions = model.inputs.map(({ name }) => name);
  const draws = fixedDraws(model, { method: "sobol", draws: 8192, seed: "1", dimensions, ...run });
  return solve(draws, {
    input: "x1",
    output: 0,
    price: 0,
    probability: 0.9,
    places: placesOf(marginalOf(draws, "x1")),
    correlated: "held",
    ...question,
  });
}

function crossingsOf(solution: Solution): readonly Crossing[] {
  if (solution.kind !== "crosses") throw new Error(solution.kind);
  return solution.crossings;
}

/** Student's t with seven degrees leaves 1e-4 outside 7.06, and 5% outside 2.365. */
const HALF_WIDTHS = 7.06 / 2.365;

function expectNear({ value }: Crossing, truth: number): void {
  expect(Math.abs(value.value - truth)).toBeLessThan((HALF_WIDTHS * (value.high - value.low)) / 2);
}

const sum = modelOf(inputsNamed(2, STANDARD_NORMAL), { y: "x1 + x2" });

describe("solve", () => {
  it.each(["random", "lhs", "sobol"] as const)(
    "finds where x + z stays at or below 0 in nine of ten %s draws",
    (method) => {
      const [crossing, ...more] = crossingsOf(ask(sum, {}, { method }));
      expect(more).toEqual([]);
      expect(crossing!.reached).toBe("below");
      expectNear(crossing!, -Z90);
      expect(crossing!.value.high - crossing!.value.low).toBeLessThan(0.2);
    },
  );

  it("finds every crossing of an answer that comes and goes", () => {
    const model = modelOf(inputsNamed(2, STANDARD_NORMAL), { y: "x1^2 + x2" });
    const [rise, fall] = crossingsOf(ask(model, { price: 1, probability: 0.5 }));
    expect([rise!.reached, fall!.reached]).toEqual(["above", "below"]);
    expectNear(rise!, -1);
    expectNear(fall!, 1);
  });

  it("says that a probability cannot be reached, and how close it comes", () => {
    const model = modelOf(inputsNamed(2, STANDARD_NORMAL), { y: "x1^2 + x2" });
    const solution = ask(model, { price: 0 });
    expect(solution).toMatchObject({ kind: "never" });
    const { best } = solution as Extract<Solution, { kind: "never" }>;
    expect(best.value).toBeCloseTo(0, 12);
    expect(best.probability).toBeCloseTo(0.5, 2);
  });

  it("says that a probability is reached whatever the input", () => {
    expect(ask(sum, { price: 10 })).toEqual({ kind: "always" });
  });

  it("leaves an end of the interval open where some replicates do not cross", () => {
    const [crossing] = crossingsOf(
      ask(sum, { places: [-1.4, 0] }, { draws: 512, method: "random" }),
    );
    expect(crossing!.value.low).toBe(-Infinity);
    expect(crossing!.value.high).toBeGreaterThan(crossing!.value.value);
  });

  const correlated = modelOf(inputsNamed(2, STANDARD_NORMAL), { y: "x1 + x2" }, [
    ["x1", "x2", (6 / Math.PI) * Math.asin(0.3)],
  ]);

  it("holds a correlated input where the solved one is set, and lets it follow where it is found", () => {
    const [held] = crossingsOf(ask(correlated, { correlated: "held" }));
    expectNear(held!, -Z90);
    // The scores correlate by 0.6: x2 given x1 has mean 0.6 x1 and standard deviation 0.8.
    const [follow] = crossingsOf(ask(correlated, { correlated: "follow" }));
    expectNear(follow!, (-Z90 * 0.8) / 1.6);
  });

  it("gives the same answer in its own units: a price of two inputs in thousands", () => {
    const model = modelOf(inputsNamed(2, STANDARD_NORMAL), { y: "1000*(x1 + x2)" });
    expect(ask(model, { price: 500 })).toEqual(ask(sum, { price: 0.5 }));
  });

  it("refuses an input that the model does not have", () => {
    expect(() => ask(sum, { input: "x9" })).toThrow("no input named x9");
  });

  it("has intervals that cover as often as they say, over 200 seeds", () => {
    let covered = 0;
    for (let seed = 0; seed < 200; seed++) {
      const [{ value }] = crossingsOf(
        ask(sum, { places: [-3, -2, -1, 0, 1] }, { draws: 512, seed: String(seed) }),
      ) as [Crossing];
      covered += Number(value.low <= -Z90 && -Z90 <= value.high);
    }
    // Binomial(200, 0.95): fewer than 177 or more than 199 with a probability of 1e-4 each (SciPy 1.17).
    expect(covered).toBeGreaterThanOrEqual(177);
    expect(covered).toBeLessThanOrEqual(199);
  });
});
