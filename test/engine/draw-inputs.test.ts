import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import { compileModel } from "../../src/engine/compile-model.js";
import { drawInputs } from "../../src/engine/draw-inputs.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";

/** Values of every input, in base units, at uniforms given by name (0.5 where none is). */
function valuesAt(
  text: string,
  uniforms: Record<string, readonly number[]>,
): (name: string) => number[] {
  const model = compileModel(parseScenario("a.yaml", `name: a\n${text}`));
  const length = Math.max(...Object.values(uniforms).map((column) => column.length));
  const columns = model.inputs.map(({ name }) =>
    Float64Array.from({ length }, (_, draw) => uniforms[name]?.[draw] ?? 0.5),
  );
  drawInputs(model.inputs, columns);
  return (name) => [...columns[model.inputs.findIndex((input) => input.name === name)]!];
}

const UNIFORMS = [0.001, 0.2, 0.5, 0.77, 0.999];

describe("an input with uncertain parameters", () => {
  it("has in each draw the quantile of the distribution that its parameters then name", () => {
    const values = valuesAt(
      `inputs:
  x: { distribution: lognormal, p5: { distribution: uniform, min: 2, max: 3 }, p95: 7 to 9, unit: kUSD }
outputs: [x]`,
      { x: UNIFORMS, "x.p5": [0.1, 0.9, 0.4, 0.5, 0.2], "x.p95": [0.3, 0.5, 0.7, 0.9, 0.1] },
    );
    const p5 = values("x.p5").map((value) => value / 1000);
    const p95 = values("x.p95").map((value) => value / 1000);
    expect(p5).toEqual([2.1, 2.9, 2.4, 2.5, 2.2].map((value) => expect.closeTo(value, 12)));
    for (const [draw, value] of values("x").entries()) {
      const parameters = { p5: p5[draw]!, p95: p95[draw]! };
      const { quantile } = createDistribution({ distribution: "lognormal", parameters });
      expect(value).toBe(quantile(UNIFORMS[draw]!) * 1000);
    }
  });

  it("takes each parameter in the unit it has: the quantity's, none, or its inverse", () => {
    const values = valuesAt(
      `inputs:
  wait: { distribution: exponential, rate: { distribution: uniform, min: 1, max: 3 }, unit: h }
  life: { distribution: weibull, shape: 1.5 to 2.5, scale: 3 to 5 year, unit: day }
  size: { distribution: binomial, n: { distribution: discrete, values: [10, 20], weights: [1, 1] }, p: 0.3 }
outputs: [wait, life, size]`,
      { "size.n": [0.3, 0.8], "wait.rate": [0.5, 0.5] },
    );
    expect(values("wait")[0]).toBeCloseTo((Math.LN2 / 2) * 3600, 8);
    expect(values("wait.rate")[0]).toBeCloseTo(2 / 3600, 15);
    const years = Math.sqrt(15) * Math.pow(Math.LN2, 1 / Math.sqrt(1.5 * 2.5));
    expect(values("life")[0]! / (365.25 * 86_400)).toBeCloseTo(years, 10);
    expect(values("size")).toEqual([3, 6]);
  });

  it("has no value in a draw whose parameters contradict each other", () => {
    const values = valuesAt(
      `inputs:
  x: { distribution: normal, p5: { distribution: uniform, min: 0, max: 2 }, p95: { distribution: uniform, min: 1, max: 3 } }
outputs: [x]
run: { allow_undefined: true }`,
      { "x.p5": [0.9, 0.9, 0.1], "x.p95": [0.1, 0.9, 0.1] },
    );
    expect(values("x").map(Number.isNaN)).toEqual([true, false, false]);
  });

  it("may be truncated", () => {
    const values = valuesAt(
      `inputs:
  x: { distribution: normal, mean: { distribution: uniform, min: 0, max: 2 }, sd: 1, truncate: [0, 5] }
outputs: [x]`,
      { x: [1e-9, 0.5, 1 - 1e-9] },
    );
    expect(values("x")[0]).toBeCloseTo(0, 6);
    expect(values("x")[2]).toBeCloseTo(5, 2);
    const { quantile } = createDistribution({
      distribution: "normal",
      parameters: { mean: 1, sd: 1 },
      truncate: [0, 5],
    });
    expect(values("x")[1]).toBe(quantile(0.5));
  });
});

describe("a switched input", () => {
  const text = `inputs:
  x: { distribution: normal, mean: 10, sd: 1, unit: kUSD }
  y: 4
formulas: { c: x * y + market * 1 USD }
switches:
  market:
    cases:
      - { name: glut, weight: 1, inputs: { x: { distribution: uniform, min: 2000, max: 3000, unit: USD }, y: 5 } }
      - { name: normal, weight: 2 }
      - { name: boom, weight: 1, inputs: { x: { distribution: normal, mean: { distribution: uniform, min: 20, max: 30 }, sd: 2 } } }
outputs: [c]`;

  it("takes the distribution of the case drawn, in the unit that the case states", () => {
    const values = valuesAt(text, {
      market: [0.1, 0.25, 0.26, 0.75, 0.76],
      x: [0.3, 0.5, 0.5, 0.5, 0.5],
      "x.boom.mean": [0.2, 0.2, 0.2, 0.2, 0.2],
    });
    expect(values("market")).toEqual([0, 0, 1, 1, 2]);
    expect(values("x")).toEqual([2300, 2500, 10_000, 10_000, 22_000]);
    expect(values("y")).toEqual([5, 5, 4, 4, 4]);
  });

  it("is left with one case by an override, and then by that case's distribution alone", () => {
    const pinned = (value: number | string) =>
      parseScenario("a.yaml", `name: a\n${text}`, new Map([["market", value]]));
    expect(pinned(0)).toEqual(pinned("glut"));
    const definitionOf = (name: string) =>
      pinned("glut").quantities.find((quantity) => quantity.name === name)!.definition;
    expect(definitionOf("market")).toEqual({
      kind: "constant",
      value: 0,
      cases: ["glut", "normal", "boom"],
    });
    expect(definitionOf("x")).toEqual({
      kind: "distribution",
      spec: { distribution: "uniform", parameters: { min: 2000, max: 3000 } },
    });
    expect(definitionOf("y")).toEqual({ kind: "constant", value: 5 });
  });

  it("gives way to an override of the input itself", () => {
    const scenario = parseScenario("a.yaml", `name: a\n${text}`, new Map([["x", 7]]));
    expect(scenario.quantities.find(({ name }) => name === "x")).toMatchObject({
      unit: "kUSD",
      definition: { kind: "constant", value: 7 },
    });
  });

  it("varies an input whose cases are numbers without giving it a chance of its own", () => {
    const model = compileModel(parseScenario("a.yaml", `name: a\n${text}`));
    expect([...model.inputsOf("y")]).toEqual(["market"]);
    expect([...model.inputsOf("x")].sort()).toEqual(["market", "x", "x.boom.mean"]);
    expect([...model.inputsOf("c")].sort()).toEqual(["market", "x", "x.boom.mean"]);
  });
});
