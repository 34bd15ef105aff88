import { describe, expect, it } from "vitest";
import type { CompiledModel } from "../../src/engine/compile-model.js";
import { morris } from "../../src/sensitivity/morris.js";
import reference from "../reference/morris.json" with { type: "json" };
import { inputsNamed, modelOf, STANDARD_NORMAL, UNIT_INTERVAL } from "./models.js";

/** Morris' function of 20 inputs (1991), coefficients as in test/reference/morris.py. */
function morrisFunction(): CompiledModel {
  const places = Array.from({ length: 20 }, (_, k) => k + 1);
  const sign = (k: number): number => (k % 2 === 0 ? 1 : -1);
  const formulas: Record<string, string> = {};
  for (const i of places) {
    formulas[`w${i}`] =
      i === 3 || i === 5 || i === 7 ? `2*(1.1*x${i}/(x${i} + 0.1) - 0.5)` : `2*(x${i} - 0.5)`;
    const pairs = places.filter((j) => j > i).map((j) => `${j <= 6 ? -15 : sign(i + j)}*w${j}`);
    formulas[`r${i}`] = [i <= 10 ? 20 : sign(i), ...pairs].join(" + ");
  }
  const triples = places
    .slice(0, 5)
    .flatMap((i) =>
      places.slice(i, 5).flatMap((j) => places.slice(j, 5).map((k) => `w${i}*w${j}*w${k}`)),
    );
  const terms = places.map((i) => `w${i}*r${i}`).join(" + ");
  const y = `${terms} - 10*(${triples.join(" + ")}) + 5*w1*w2*w3*w4`;
  return modelOf(inputsNamed(20, UNIT_INTERVAL), { y, ...formulas });
}

const VALUE = { output: 0, measure: { kind: "value" } } as const;

describe("Morris' function of 20 inputs", () => {
  const model = morrisFunction();

  it("is the published one at its centre", () => {
    const centre = model.inputs.map(() => Float64Array.of(0.5));
    expect(model.evaluate(centre, 1)[0]![0]).toBeCloseTo(reference.centre, 10);
  });

  it("has the elementary effects that NumPy finds, within four standard errors", () => {
    const { effects, evaluations } = morris(model, VALUE, 2000, "1");
    expect(evaluations).toBe(2000 * 21);
    for (const [k, { mean, size, spread }] of effects.entries()) {
      const truth = reference.effects[k]!;
      for (const [found, sought] of [
        [mean, truth.mean],
        [size, truth.size],
        [spread, truth.spread],
      ] as const) {
        const error = Math.hypot(found.error, sought.error);
        expect(Math.abs(found.value - sought.value)).toBeLessThan(4 * error);
      }
    }
  });

  it("falls into Morris' groups with 20 trajectories", () => {
    const { effects } = morris(model, VALUE, 20, "1");
    const isIn = (places: readonly number[]) => places.map((k) => effects[k - 1]!);
    const bent = isIn([1, 2, 3, 4, 5, 6]);
    const straight = isIn([8, 9, 10]);
    const idle = isIn([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    const least = Math.min(...[...bent, ...straight].map(({ size }) => size.value));
    expect(Math.max(...idle.map(({ size }) => size.value))).toBeLessThan(least / 2);
    for (const { size, spread } of bent) expect(spread.value).toBeGreaterThan(size.value);
    for (const { size, spread } of straight) expect(spread.value).toBeLessThan(size.value / 4);
  });
});

describe("elementary effects", () => {
  it("are exact for a straight function, and those of an input without effect are zero", () => {
    const model = modelOf(inputsNamed(3, UNIT_INTERVAL), { y: "3*x1 - 2*x2 + 0*x3" });
    const { effects } = morris(model, VALUE, 10, "1");
    const found = effects.map(({ mean, size, spread }) => [mean.value, size.value, spread.value]);
    for (const [k, truth] of [3, -2, 0].entries()) {
      expect(found[k]![0]).toBeCloseTo(truth, 12);
      expect(found[k]![1]).toBeCloseTo(Math.abs(truth), 12);
      expect(found[k]![2]).toBeCloseTo(0, 12);
    }
  });

  it("stay finite for inputs without bounds, and count what is not", () => {
    const model = modelOf(inputsNamed(2, STANDARD_NORMAL), { y: "x1 + x2", z: "sqrt(x1) + x2" });
    expect(morris(model, VALUE, 10, "1").undefined).toBe(0);
    const { effects, undefined: count } = morris(model, { ...VALUE, output: 1 }, 10, "1");
    expect(count).toBeGreaterThan(5);
    expect(effects[0]!.size.value).toBeNaN();
  });
});
