import { describe, expect, it } from "vitest";
import {
  compareScenarios,
  type ComparisonOptions,
} from "../../src/comparison/compare-scenarios.js";
import type { Comparison } from "../../src/comparison/comparison.js";
import type { Factor } from "../../src/models/quantity.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";

/** A scenario that stands alone: lines of its file from `inputs:` on, and its factors if any. */
function alone(name: string, text: string, factors: readonly Factor[] = []): Scenario {
  return { ...parseScenario(`${name}.yaml`, `name: ${name}\n${text}\n`), factors };
}

function effects({ point }: Comparison): Record<string, number> {
  return Object.fromEntries(point!.parts.map(({ factor, effect }) => [factor, effect.value]));
}

const compare = (a: string, b: string, options: ComparisonOptions = {}): Comparison =>
  compareScenarios(alone("a", a), alone("b", b), options);

describe("what differs", () => {
  it("is a matter of value, not of unit, spacing or brackets", () => {
    const { factors, point } = compare(
      `inputs: { x: { value: 2, unit: kUSD }, y: "1 to 2", z: 1 }
formulas: { c: "x * (y+z)" }
outputs: [c]`,
      `inputs: { x: { value: 2000, unit: USD }, y: "1 to 2", z: 1 }
formulas: { c: "x*(y  +  z)" }
outputs: [c]`,
    );
    expect(factors).toEqual([]);
    expect(point).toMatchObject({ total: 0, parts: [] });
  });

  it("is counted apart where the output does not rest on it", () => {
    const { factors, elsewhere } = compare(
      `inputs: { x: 2, idle: 5, mine: 1 }
formulas: { c: "x * 3", d: "idle" }
outputs: [c]`,
      `inputs: { x: 3, idle: 6 }
formulas: { c: "x * 3", d: "idle + 1" }
outputs: [c]`,
    );
    expect(factors.map(({ name }) => name)).toEqual(["x"]);
    expect(elsewhere).toEqual(["idle", "mine", "d"]);
  });

  it("of one side alone comes along with the formula that uses it", () => {
    const found = compare(
      `inputs: { x: 2, y: 3 }
formulas: { c: "x * y" }
outputs: [c]`,
      `inputs: { x: 2, p: 4, q: 5, y: 30 }
formulas: { w: "p + q", c: "x * y * w" }
outputs: [c]`,
    );
    // 6 becomes 540: three factors of one formula, and y tenfold.
    expect(effects(found)["y"]).toBeCloseTo(Math.log(10), 12);
    expect(effects(found)["c"]).toBeCloseTo(Math.log(9), 12);
    const changed = found.factors.find(({ name }) => name === "c")!.changes;
    expect(changed.map(({ name, from, to }) => [name, from?.value, to?.value])).toEqual([
      ["p", undefined, 4],
      ["q", undefined, 5],
      ["c", 6, 540],
      ["w", undefined, 9],
    ]);
  });

  it("takes the value a side really uses, never one that its output does not rest on", () => {
    // In a, w is there and unused: mixtures that use it take b's.
    const found = compare(
      `inputs: { x: 2, w: 1000 }
formulas: { c: "x" }
outputs: [c]`,
      `inputs: { x: 4, w: 5 }
formulas: { c: "x * w" }
outputs: [c]`,
    );
    expect(effects(found)).toEqual({
      x: expect.closeTo(Math.log(2), 12),
      c: expect.closeTo(Math.log(5), 12),
    });
  });
});

describe("factors", () => {
  const factors: Factor[] = [
    { name: "hour", label: "The hour", quantities: ["hour"] },
    { name: "speed", label: "The speed", quantities: ["speed"] },
  ];
  const text = (rent: number, power: number, speed: number, tax: number) => `
inputs: { rent: ${rent}, power: ${power}, shared: ${tax}, speed: ${speed} }
formulas: { hour: "rent + power * shared", c: "hour * (1 + shared) / speed" }
outputs: [c]`;

  it("take in what reaches the output only through them, and nothing else", () => {
    const a = alone("a", text(1, 2, 10, 0.1), factors);
    const b = alone("b", text(2, 3, 20, 0.3), factors);
    const found = compareScenarios(a, b);
    expect(
      Object.fromEntries(
        found.factors.map(({ name, changes }) => [name, changes.map((one) => one.name)]),
      ),
    ).toEqual({ hour: ["rent", "power"], speed: ["speed"], shared: ["shared"] });
    // shared is in the hour as well, so its part is no plain ratio; by the definition for two players:
    const value = (x: "a" | "b", y: "a" | "b"): number => {
      const [rent, power] = x === "a" ? [1, 2] : [2, 3];
      const shared = y === "a" ? 0.1 : 0.3;
      return Math.log((rent + power * shared) * (1 + shared));
    };
    const part = (value("b", "a") - value("a", "a") + value("b", "b") - value("a", "b")) / 2;
    expect(effects(found)["hour"]).toBeCloseTo(part, 12);
    expect(effects(found)["speed"]).toBeCloseTo(-Math.log(2), 12);
  });

  it("that can only be exchanged together are, and it is said", () => {
    const found = compare(
      `inputs: { base: 3, other: 2 }
formulas: { x: "base", y: "2 * x", c: "x * y * other" }
outputs: [c]`,
      `inputs: { base: 3, other: 4 }
formulas: { y: "base", x: "5 * y", c: "x * y * other" }
outputs: [c]`,
    );
    expect(found.factors.map(({ name }) => name).sort()).toEqual(["other", "y"]);
    expect(found.notes).toEqual([
      "Y and X are exchanged together: taking one without the other, x would need itself.",
    ]);
    expect(effects(found)).toEqual({
      y: expect.closeTo(Math.log(45 / 18), 12),
      other: expect.closeTo(Math.log(2), 12),
    });
  });

  it("beyond twelve are told apart as far as they matter", () => {
    const names = Array.from({ length: 15 }, (_, k) => `x${String.fromCharCode(97 + k)}`);
    const side = (value: (k: number) => number): string =>
      `inputs: { ${names.map((name, k) => `${name}: ${value(k)}`).join(", ")} }
formulas: { c: "${names.join(" * ")}" }
outputs: [c]`;
    const found = compare(
      side(() => 1),
      side((k) => 2 + k),
    );
    expect(found.factors).toHaveLength(12);
    expect(found.notes[0]).toMatch(/^15 factors differ; the 4 that do least are taken together/);
    expect(effects(found)["xo"]).toBeCloseTo(Math.log(16), 12);
    expect(effects(found)["smaller_ones"]).toBeCloseTo(Math.log(2 * 3 * 4 * 5), 12);
    expect(Math.abs(found.point!.residual)).toBeLessThan(1e-12);
  });
});

describe("the output compared", () => {
  const cost = `inputs: { x: 2, m: 0.5 }
formulas: { cost: "x * 3", price: "cost / (1 - m)" }`;

  it("is the first of a, or b's where that contains it", () => {
    expect(compare(`${cost}\noutputs: [cost]`, `${cost}\noutputs: [cost]`).output.name).toBe(
      "cost",
    );
    expect(compare(`${cost}\noutputs: [cost]`, `${cost}\noutputs: [price]`).output.name).toBe(
      "price",
    );
    expect(compare(`${cost}\noutputs: [price]`, `${cost}\noutputs: [cost]`).output.name).toBe(
      "price",
    );
    expect(
      compare(`${cost}\noutputs: [price]`, `${cost}\noutputs: [price]`, { output: "x" }).output
        .name,
    ).toBe("x");
  });

  it("is refused where the other has none like it, with the nearest name", () => {
    const a = `${cost}\noutputs: [cost]`;
    expect(() => compare(a, a, { output: "prise" })).toThrow(
      'a has no quantity "prise"; did you mean price?',
    );
    expect(() => compare(a, `inputs: { z: 1 }\noutputs: [z]`)).toThrow(
      "b has no quantity of the name and kind of an output of a (cost)",
    );
    const token = `inputs: { x: { value: 2, unit: token }, m: 0.5 }
formulas: { cost: "x * 3 / (1 token)" }
outputs: [cost]`;
    expect(() => compare(a, token)).toThrow(
      "x is measured in 1 in one scenario and in token in the other; rename one",
    );
  });
});

describe("a change through zero", () => {
  const profit = (price: number, cost: number): string =>
    `inputs: { price: ${price}, cost: ${cost} }
formulas: { profit: "price - cost" }
outputs: [profit]`;

  it("is split as a difference", () => {
    const { point } = compare(profit(5, 7), profit(9, 6));
    expect(point).toMatchObject({ scale: "difference", total: 5 });
    expect(effects(compare(profit(5, 7), profit(9, 6)))).toEqual({ price: 4, cost: 1 });
    expect(point!.parts.every(({ multiplier }) => multiplier === null)).toBe(true);
  });

  it("is noticed where only a mixture is negative", () => {
    // 5 - 4 and 3 - 2 are positive; 3 - 4 is not.
    expect(compare(profit(5, 4), profit(3, 2)).point).toMatchObject({
      scale: "difference",
      total: 0,
      parts: [{ share: null }, { share: null }],
    });
  });

  it("is not split where a mixture is no number", () => {
    const root = (x: number, y: number): string =>
      `inputs: { x: ${x}, y: ${y} }
formulas: { r: "sqrt(x - y)" }
outputs: [r]`;
    expect(compare(root(5, 4), root(3, 2)).point).toBeNull();
  });
});
