import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expression } from "../../../src/formula/expression.js";
import { parseFormula } from "../../../src/formula/parse.js";
import { spreadsheetFormula } from "../../../src/report/workbook/spreadsheet-formula.js";
import { interpret } from "../../engine/interpret.js";
import { anyExpression, units } from "../../formula/arbitrary-expression.js";
import { calculate } from "./calculate.js";

const VALUES: Readonly<Record<string, number>> = {
  ...{ a: 2, b: -3.5, c: 0, _rate: 0.25, constructor: 7, h2: 1e-6, e1: 40 },
};
const NAMES = Object.keys(VALUES);
const cellOf = (name: string): string => `I${NAMES.indexOf(name) + 1}`;
const read = (address: string): number => VALUES[NAMES[Number(address.slice(1)) - 1]!]!;

const translated = (text: string): string => spreadsheetFormula(parseFormula(text, units), cellOf)!;

describe("a formula in a spreadsheet", () => {
  it.each([
    ["-a^2", "(-(I1^2))"],
    ["a^-1", "(I1^(-1))"],
    ["2^3^a", "IF(IF(I1=0,1+0*3,3^I1)=0,1+0*2,2^IF(I1=0,1+0*3,3^I1))"],
    ["a - (b - c) - a", "I1-(I2-I3)-I1"],
    ["a / (b * c)", "I1/(I2*I3)"],
    ["if(a < b, 1, c)", "IF(I1<I2,1,I3)"],
    ["if(c, 1, 2)", "IF(I3<>0,1,2)"],
    ["(a >= b) * 3", "IF(I1>=I2,1,0)*3"],
    ["clamp(a, 0, 100 %)", "MIN(MAX(I1,0),1)"],
    ["clamp(a, b, c)", "IF(I2<=I3,MIN(MAX(I1,I2),I3),NA())"],
    ["ceil(a) + floor(b) + round(c)", "(-INT(-I1))+INT(I2)+ROUND(I3,0)"],
    ["log(a) + log2(a) + log10(a)", "LN(I1)+LOG(I1,2)+LOG10(I1)"],
    ["8760 h/year * a", `${8760 * units.parse("h/year").scale}*I1`],
  ])("%s is written %s", (text, formula) => {
    expect(translated(text)).toBe(formula);
  });

  it.each([
    ["-a^2", -4],
    ["2^3^a", 512],
    ["c^c", 1],
    ["round(b)", -4],
    ["round(-a - 0.5)", -3],
    ["ceil(b)", -3],
    ["floor(b)", -4],
    ["a != 2", 0],
    ["clamp(e1, 0, 1)", 1],
  ])("%s is %d", (text, value) => {
    expect(calculate(translated(text), read)).toBe(value);
  });

  it("comes to the same as the formula language, and fails only where that is not finite", () => {
    fc.assert(
      fc.property(anyExpression, (tree) => {
        const formula = spreadsheetFormula(tree, cellOf);
        fc.pre(formula !== undefined && !turnsRoundingOver(tree));
        const value = calculate(formula, read);
        if (isFiniteThroughout(tree)) {
          const right = valueOf(tree);
          expect(Math.abs(value - right)).toBeLessThanOrEqual(Math.abs(right) * 1e-12);
        } else expect(value).toBeNaN();
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  it("is not written where a spreadsheet could not hold it", () => {
    expect(translated(`${"a + ".repeat(900)}a`)).toHaveLength(2702);
    expect(translated(`min(${new Array(256).fill("a").join(", ")})`)).toBeUndefined();
    expect(translated(`${"abs(".repeat(62)}a${")".repeat(62)}`)).toBeDefined();
    // Each power doubles its exponent; sixty of them would fill every disk.
    expect(translated(`${"a^".repeat(60)}a`)).toBeUndefined();
  });
});

function valueOf(tree: Expression): number {
  return interpret(tree, (name) => VALUES[name]!);
}

/** Whether every part that has to be worked out has a finite value. */
function isFiniteThroughout(tree: Expression): boolean {
  return Number.isFinite(valueOf(tree)) && partsOf(tree).every(isFiniteThroughout);
}

/**
 * Whether an angle is so large that one rounding more or less of it (the two sides' exponentials
 * differ by that) moves its sine by more than the tolerance: 2^-53 of 1,000 is 1e-13.
 */
function turnsRoundingOver(tree: Expression): boolean {
  const isTurn = tree.kind === "call" && ["sin", "cos", "tan"].includes(tree.callee);
  const angle = isTurn ? valueOf(tree.operands[0]!) : 0;
  return Math.abs(angle) > 1000 || partsOf(tree).some(turnsRoundingOver);
}

function partsOf(tree: Expression): readonly Expression[] {
  switch (tree.kind) {
    case "number":
    case "name":
      return [];
    case "negate":
      return [tree.operand];
    case "binary":
      return [tree.left, tree.right];
    case "call": {
      if (tree.callee !== "if") return tree.operands;
      const [test, then, otherwise] = tree.operands as [Expression, Expression, Expression];
      return [test, valueOf(test) !== 0 ? then : otherwise];
    }
  }
}
