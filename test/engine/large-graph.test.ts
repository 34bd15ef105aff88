import { describe, expect, it } from "vitest";
import { largeGraph } from "../../bench/large-graph.mjs";
import { compileModel } from "../../src/engine/compile-model.js";
import { drawInputs } from "../../src/engine/draw-inputs.js";
import { emitModel } from "../../src/engine/emit-model.js";
import { findHazards } from "../../src/engine/find-hazards.js";
import { formulaKernel } from "../../src/engine/formula-kernel.js";
import { parseFormula } from "../../src/formula/parse.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { units } from "../formula/arbitrary-expression.js";
import { interpret } from "./interpret.js";

const modelOf = (inputs: number, formulas: number) =>
  compileModel(parseScenario("large.yaml", largeGraph({ inputs, formulas })));

describe("a graph of 1,000 inputs and 5,000 formulas", () => {
  it("has the same bits by kernel and by the plain evaluator", { timeout: 60_000 }, () => {
    const model = modelOf(1000, 5000);
    expect(model.inputs.length).toBeGreaterThan(700);
    expect(model.quantities.length).toBeGreaterThan(4000);
    const length = 66;
    const drawn = model.inputs.map((_, k) =>
      Float64Array.from({ length }, (_, i) => 0.001 + ((i * 0.618 + k * 0.7548) % 0.998)),
    );
    drawInputs(model.inputs, drawn);
    const found = model.evaluate(drawn, length);
    const plain = model.evaluateAll(drawn, length);
    expect(found).toHaveLength(100);
    for (const [k, column] of found.entries()) {
      expect(column).toEqual(plain.get(`f${4900 + k}`)!.subarray(0, length));
      expect(column.every(Number.isFinite)).toBe(true);
    }
  });

  it("is looked through for hazards", { timeout: 60_000 }, () => {
    expect(findHazards(modelOf(200, 1000))).toEqual([]);
  });
});

describe("a model too large for the locals of one function", () => {
  const inputs = Array.from({ length: 10 }, (_, k) => ({ name: `x${k}` }));
  // Sums of products with numbers that occur once, so that nothing is shared.
  const formulas = Array.from({ length: 60 }, (_, f) => {
    const products = Array.from({ length: 400 }, (_, k) => `x${k % 10}*${f * 400 + k + 2}`);
    const text = `${products.join("+")}${f === 0 ? "" : `-f${f - 1}`}`;
    return { name: `f${f}`, tree: parseFormula(text, units) };
  });
  const model = { inputs, numbers: new Map(), formulas, outputs: ["f59", "f0", "x3"] };

  it("becomes several functions", () => {
    const { definitions, globalCount } = emitModel(model, 8192);
    expect(globalCount).toBeGreaterThan(40_000);
    expect(definitions.length).toBeGreaterThan(40);
  });

  it("has the bits of the plain evaluator", { timeout: 60_000 }, () => {
    const kernel = formulaKernel(model)!;
    const length = 5;
    const columns = inputs.map((_, k) => Float64Array.from({ length }, (_, i) => Math.sin(i + k)));
    const found = kernel(columns, length);
    for (let draw = 0; draw < length; draw++) {
      const values = new Map(inputs.map(({ name }, k) => [name, columns[k]![draw]!]));
      for (const { name, tree } of formulas) {
        values.set(
          name,
          interpret(tree, (other) => values.get(other)!),
        );
      }
      expect(found.map((column) => column[draw])).toEqual(
        model.outputs.map((name) => values.get(name)),
      );
    }
  });
});

describe("the inputs of a quantity", () => {
  const model = compileModel(
    parseScenario(
      "a.yaml",
      `name: a
inputs: { x: 1 to 2, y: 1 to 2, z: 3 }
formulas: { f: x + z, g: f * y + f, k: z * 2 }
outputs: [g, k, x]
`,
    ),
  );

  it("are those it needs, directly or not, in the order of its formula", () => {
    expect([...model.inputsOf("g")]).toEqual(["x", "y"]);
    expect([...model.inputsOf("k")]).toEqual([]);
    expect([...model.inputsOf("x")]).toEqual(["x"]);
  });

  it("are none where it never varies", () => {
    for (const { name } of model.quantities) {
      expect(model.varies(name)).toBe(model.inputsOf(name).size > 0);
    }
  });
});

describe("the code of a model", () => {
  it("grows with the number of formulas and no faster", () => {
    const statements = (formulas: number): number => {
      const { trees } = modelOf(100, formulas);
      const inputs = Array.from({ length: 100 }, (_, k) => ({ name: `x${k}` }));
      const outputs = [...trees.keys()];
      const all = outputs.map((name) => ({ name, tree: trees.get(name)! }));
      const emitted = emitModel({ inputs, numbers: new Map(), formulas: all, outputs }, 8192);
      return emitted.definitions.at(-1)!.locals.length;
    };
    const [few, many] = [statements(300), statements(1200)];
    expect(many / few).toBeLessThan(4.4);
    // A formula has four operations or five.
    expect(many / 1200).toBeLessThan(6);
  });
});
