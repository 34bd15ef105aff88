import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FormulaError } from "../../src/formula/expression.js";
import { formatExpression } from "../../src/formula/format.js";
import { parseFormula } from "../../src/formula/parse.js";
import { anyExpression, bare, units } from "./arbitrary-expression.js";

const canonical: readonly [string, string][] = [
  ["(a*b)+ (c)", "a * b + c"],
  ["a-(b-c)", "a - (b - c)"],
  ["a+(b+c)", "a + (b + c)"],
  ["(a/b)/c", "a / b / c"],
  ["a/(b*c)", "a / (b * c)"],
  ["-(2^2)", "-2^2"],
  ["(-2)^2", "(-2)^2"],
  ["(2^3)^2", "(2^3)^2"],
  ["2^(-x)", "2^-x"],
  ["(3 h)^2 + 3 h^2*1 h^-2", "(3 h)^2 + 3 h^2 * 1 h^-2"],
  ["50 % * 8760 h / year", "50% * 8760 h/year"],
  ["(a<b)==(b<c)", "(a < b) == (b < c)"],
  ["if( a>0,min(a ,b),0 )", "if(a > 0, min(a, b), 0)"],
  ["1e3 + 1e30 + 0.10", "1000 + 1e+30 + 0.1"],
];

describe("the canonical text of a formula", () => {
  it.each(canonical)("of %s is %s", (text, formatted) => {
    expect(formatExpression(parseFormula(text, units))).toBe(formatted);
  });

  it("parses back to the same tree", () => {
    let compared = 0;
    fc.assert(
      fc.property(anyExpression, (tree) => {
        const text = formatExpression(tree);
        try {
          expect(bare(parseFormula(text, units))).toEqual(bare(tree));
          compared++;
        } catch (error) {
          // A constant such as 1/0, or a tree past the limits, is no formula.
          if (!(error instanceof FormulaError)) throw error;
          expect(error.message).toMatch(/^this constant|levels deep|at most 4096/);
        }
      }),
      { seed: 5, numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(2000);
  });

  it("refuses numbers that no formula can write", () => {
    for (const value of [-1, -0, NaN, Infinity]) {
      const tree = { kind: "number", value, unit: units.parse("1"), span: { start: 0, end: 0 } };
      expect(() => formatExpression(tree as never)).toThrow(RangeError);
    }
  });
});
