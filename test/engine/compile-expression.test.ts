import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileExpression } from "../../src/engine/compile-expression.js";
import { parseFormula } from "../../src/formula/parse.js";
import { anyExpression, units } from "../formula/arbitrary-expression.js";
import { interpret } from "./interpret.js";

const names = ["a", "b", "c", "_rate", "constructor", "h2", "e1"];
const special = fc.constantFrom(0, -0, 1, -1, 0.5, -2.5, NaN, Infinity, -Infinity, 1e300, 1e-300);
const anyValue = fc.oneof(fc.double({ min: -100, max: 100, noNaN: true }), fc.double(), special);
const anyColumns = (length: number) =>
  fc.tuple(
    ...names.map(() =>
      fc.oneof(
        { weight: 3, arbitrary: fc.array(anyValue, { minLength: length, maxLength: length }) },
        fc.array(anyValue, { minLength: 1, maxLength: 1 }),
      ),
    ),
  );

describe("a compiled formula", () => {
  it("agrees bit for bit with a draw-by-draw interpreter, blocks of any length in turn", () => {
    const blocks = fc.array(fc.integer({ min: 1, max: 9 }).chain(anyColumns), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(anyExpression, blocks, (tree, inTurn) => {
        const evaluate = compileExpression(tree);
        for (const lists of inTurn) {
          const length = Math.max(...lists.map((list) => list.length));
          const columns = new Map(names.map((name, i) => [name, Float64Array.from(lists[i]!)]));
          const out = new Float64Array(length);
          evaluate((name) => columns.get(name)!, length, out);
          for (let draw = 0; draw < length; draw++) {
            const valueOf = (name: string) => {
              const column = columns.get(name)!;
              return column[column.length === 1 ? 0 : draw]!;
            };
            expect(out[draw]).toBe(interpret(tree, valueOf));
          }
        }
      }),
      { seed: 7, numRuns: 1500 },
    );
  });

  it("leaves the columns it reads, and what lies past the block, alone", () => {
    const evaluate = compileExpression(parseFormula("-(a + b) * a - (a - b) / 2", units));
    const columns: Record<string, Float64Array> = {
      a: Float64Array.of(1, 2, 3, 4),
      b: Float64Array.of(5, 6, 7, 8),
    };
    const out = new Float64Array(4).fill(99);
    evaluate((name) => columns[name]!, 3, out);
    expect([...out]).toEqual([-4, -14, -28, 99]);
    expect([...columns["a"]!, ...columns["b"]!]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("spreads one number over the block", () => {
    const out = new Float64Array(3);
    compileExpression(parseFormula("2 h + x", units))(() => Float64Array.of(1), 3, out);
    expect([...out]).toEqual([7201, 7201, 7201]);
    compileExpression(parseFormula("x", units))(() => Float64Array.of(1, 2, 3), 3, out);
    expect([...out]).toEqual([1, 2, 3]);
  });

  it("reads each quantity once a block", () => {
    const read: string[] = [];
    const evaluate = compileExpression(parseFormula("a * b + a / b - a", units));
    evaluate((name) => (read.push(name), Float64Array.of(1)), 1, new Float64Array(1));
    expect(read).toEqual(["a", "b"]);
  });

  it("refuses a column shorter than the block", () => {
    const evaluate = compileExpression(parseFormula("a + 1", units));
    expect(() => evaluate(() => new Float64Array(2), 3, new Float64Array(3))).toThrow(RangeError);
  });

  it("takes formulas of the largest size", () => {
    const evaluate = compileExpression(parseFormula("a+".repeat(999) + "a", units));
    const column = new Float64Array(4096).fill(1);
    const out = new Float64Array(4096);
    evaluate(() => column, 4096, out);
    expect(out.every((value) => value === 1000)).toBe(true);
  });
});
