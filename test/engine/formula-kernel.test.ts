import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileModel } from "../../src/engine/compile-model.js";
import { createEmitter } from "../../src/engine/emit-formulas.js";
import { createFunctions } from "../../src/engine/functions.js";
import { drawInputs } from "../../src/engine/draw-inputs.js";
import { formulaKernel } from "../../src/engine/formula-kernel.js";
import type { Expression } from "../../src/formula/expression.js";
import { parseFormula } from "../../src/formula/parse.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { local } from "../../src/wasm/instructions.js";
import { anyExpression, units } from "../formula/arbitrary-expression.js";
import { interpret } from "./interpret.js";

const names = ["a", "b", "c", "_rate", "constructor", "h2", "e1"];
const varying = names.slice(0, 5);
const numbers = new Map([
  ["h2", 2.5],
  ["e1", -3],
]);
const special = fc.constantFrom(0, -0, 1, -1, 0.5, -2.5, 2 ** 52 + 0.5, NaN, Infinity, -Infinity);
const anyValue = fc.oneof(fc.double({ min: -100, max: 100, noNaN: true }), fc.double(), special);

/** Values of the formulas, each of which may use those before it under the names f0, f1, ... */
function interpretAll(trees: readonly Expression[], draw: ReadonlyMap<string, number>): number[] {
  const known = new Map([...numbers, ...draw]);
  return trees.map((tree, k) => {
    const value = interpret(tree, (name) => known.get(name)!);
    known.set(`f${k}`, value);
    return value;
  });
}

describe("the formula kernel", () => {
  it("agrees bit for bit with a draw-by-draw interpreter on any graph of formulas", () => {
    const columns = fc
      .integer({ min: 1, max: 7 })
      .chain((length) =>
        fc.tuple(
          ...varying.map(() => fc.array(anyValue, { minLength: length, maxLength: length })),
        ),
      );
    const graph = fc.array(anyExpression, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(graph, columns, (drawn, lists) => {
        // The second formula on uses the one before it where it would use a.
        const trees = drawn.map((tree, k) => (k === 0 ? tree : renamed(tree, "a", `f${k - 1}`)));
        const kernel = formulaKernel({
          inputs: varying.map((name) => ({ name })),
          numbers,
          formulas: trees.map((tree, k) => ({ name: `f${k}`, tree })),
          outputs: trees.map((_, k) => `f${k}`),
        })!;
        const length = lists[0]!.length;
        const found = kernel(
          lists.map((list) => Float64Array.from(list)),
          length,
        );
        for (let draw = 0; draw < length; draw++) {
          const values = new Map(varying.map((name, k) => [name, lists[k]![draw]!]));
          expect(found.map((column) => column[draw])).toEqual(interpretAll(trees, values));
        }
      }),
      { seed: 7, numRuns: 1000 },
    );
  });

  it.each([
    "a^2 + a^-3 + a^0.5 + a^-2.5 + a^0 + a^1023",
    "a^b + 2^a + a^1025 + a^0.3",
    "a / 8 + b / -0.25 + c / 1 + a / 3 + b / 0 + c / 2^1010 + a / 2^-1010",
    "if(a < b, exp(a), log(b)) + round(a) + round(-a)",
    "clamp(a, b, c) + clamp(b, a, a + 1)",
    "min(a, b, c, 0) + max(a, b, c, -0.5)",
    "(a == b) + (a != b) * 2 + (a <= b) * 4 + (a >= c) * 8 + (b > c) * 16",
  ])("agrees bit for bit on %s, blocks of any length in turn", (text) => {
    const tree = parseFormula(text, units);
    const inputs = ["a", "b", "c"];
    const kernel = formulaKernel({
      inputs: inputs.map((name) => ({ name })),
      numbers: new Map(),
      formulas: [{ name: "f", tree }],
      outputs: ["f", "a"],
    })!;
    for (const length of [1, 2, 1023, 1024, 2049]) {
      const columns = inputs.map((_, k) =>
        Float64Array.from({ length }, (_, i) => {
          const at = (i * 7 + k * 3) % 23;
          return at < 9
            ? [0, -0, 1, -1, 0.5, -2.5, NaN, -Infinity, 0.5 - 2 ** -54][at]!
            : Math.sin(i + k) * 5;
        }),
      );
      const [f, a] = kernel(columns, length);
      expect(a).toEqual(columns[0]);
      const wrong = f!.findIndex((value, i) => {
        const draw = new Map(inputs.map((name, k) => [name, columns[k]![i]!]));
        return !Object.is(
          value,
          interpret(tree, (name) => draw.get(name)!),
        );
      });
      expect(wrong).toBe(-1);
    }
  });

  it("keeps apart more numbers than a loop can set aside", () => {
    const trees = Array.from({ length: 300 }, (_, k) => {
      const before = k === 0 ? "a" : `f${k - 1}`;
      return parseFormula(`${before} * ${1 + k / 1024} - ${k + 0.5}`, units);
    });
    const kernel = formulaKernel({
      inputs: [{ name: "a" }],
      numbers,
      formulas: trees.map((tree, k) => ({ name: `f${k}`, tree })),
      outputs: ["f299"],
    })!;
    const a = Float64Array.of(2.75, -1, 0);
    const [last] = kernel([a], a.length);
    const plain = Array.from(a, (value) => interpretAll(trees, new Map([["a", value]])).at(-1));
    expect([...last!]).toEqual(plain);
  });

  it("works out once what formulas share, and constants not at all", () => {
    const functions = createFunctions();
    const emitter = createEmitter(local, functions);
    const values = new Map([
      ["a", emitter.keep("input a", local.get(0))],
      ["h2", emitter.constant(2)],
    ]);
    const emit = (text: string) =>
      emitter.formula(parseFormula(text, units), (name) => values.get(name)!);
    emit("a^0.3 + a^0.3 * 2");
    // The input, the power, its double and the sum.
    expect(emitter.statements.length).toBe(4);
    emit("1 / (a^0.3) + h2^0.3 * 3");
    expect(emitter.statements.length).toBe(6);
    expect(functions.definitions.map(({ name }) => name)).toEqual(["raise", "^"]);
  });
});

const folder = new URL("../../scenarios/", import.meta.url);
describe.each(readdirSync(folder).filter((file) => file.endsWith(".yaml")))("%s", (file) => {
  it("has the same bits by kernel and by the plain evaluator", () => {
    const scenario = parseScenario(file, readFileSync(new URL(file, folder), "utf8"));
    const model = compileModel(scenario);
    const length = 1500;
    const drawn = model.inputs.map((_, k) =>
      Float64Array.from({ length }, (_, i) => ((i + 0.5) * (0.618 + 0.1 * k)) % 1),
    );
    drawInputs(model.inputs, drawn);
    const plain = model.evaluateAll(drawn, length);
    for (const [k, output] of model.evaluate(drawn, length).entries()) {
      const column = plain.get(scenario.outputs[k]!)!;
      const wrong = output.findIndex((v, i) => !Object.is(v, column[column.length === 1 ? 0 : i]));
      expect(wrong).toBe(-1);
    }
  });
});

function renamed(tree: Expression, from: string, to: string): Expression {
  switch (tree.kind) {
    case "number":
      return tree;
    case "name":
      return tree.name === from ? { ...tree, name: to } : tree;
    case "negate":
      return { ...tree, operand: renamed(tree.operand, from, to) };
    case "binary":
      return { ...tree, left: renamed(tree.left, from, to), right: renamed(tree.right, from, to) };
    case "call":
      return { ...tree, operands: tree.operands.map((operand) => renamed(operand, from, to)) };
  }
}
