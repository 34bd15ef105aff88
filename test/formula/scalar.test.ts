import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { BinaryOperator, FunctionName } from "../../src/formula/expression.js";
import { functionNames, signatureOf } from "../../src/formula/functions.js";
import { power } from "../../src/formula/power.js";
import { applyFunction, applyOperator } from "../../src/formula/scalar.js";

const file = new URL("../reference/scalar-functions.json", import.meta.url);
const reference = JSON.parse(readFileSync(file, "utf8")) as {
  power: [number, number, number][];
  log2: [number, number][];
  log10: [number, number][];
};
const call = (callee: FunctionName, ...operands: number[]) => applyFunction(callee, operands);
const comparisons: BinaryOperator[] = ["<", "<=", ">", ">=", "==", "!="];
const operators: BinaryOperator[] = ["+", "-", "*", "/", "^", ...comparisons];
const ROUNDING = 2 ** -53;

describe("power", () => {
  it("stays within its stated error of 500 exact values", () => {
    for (const [base, exponent, exact] of reference.power) {
      const whole = Number.isInteger(2 * exponent) && Math.abs(exponent) <= 1024;
      // 0.8 units in the last place are 1.6 of these at most; the reference is rounded itself.
      const allowed = whole ? Math.abs(exponent) + 4 : 2.6;
      const error = Math.abs(power(base, exponent) / exact - 1);
      expect(error, `${base}^${exponent}`).toBeLessThanOrEqual(allowed * ROUNDING);
    }
  });

  it("is exact for whole powers that fit a double", () => {
    expect(power(10, 22)).toBe(1e22);
    expect(power(2, 1023)).toBe(2 ** 1023);
    expect(power(2, -1022)).toBe(2 ** -1022);
    expect(power(-3, 33)).toBe(-5559060566555523);
    expect(power(9, 1.5)).toBe(27);
    expect(power(4, -0.5)).toBe(0.5);
  });

  it.each([
    [0, 0, 1],
    [5, 0, 1],
    [0, 3, 0],
    [0, -1, Infinity],
    [0, -1.3, Infinity],
    [0, 1.3, 0],
    [-2, 3, -8],
    [-2, -2, 0.25],
    [-8, 1 / 3, NaN],
    [-8, 0.5, NaN],
    [NaN, 0, NaN],
    [1, NaN, NaN],
    [Infinity, 0.3, Infinity],
    [Infinity, -2, 0],
    [-1, 2001, -1],
    [-1, 2000, 1],
    [2, 5000, Infinity],
    [2, -5000, 0],
  ])("%d^%d is %d", (base, exponent, value) => {
    expect(power(base, exponent)).toBe(value);
  });
});

describe("the functions", () => {
  it.each(["log2", "log10"] as const)("%s is within 3 roundings of exact values", (name) => {
    for (const [x, exact] of reference[name]) {
      expect(Math.abs(call(name, x) - exact)).toBeLessThanOrEqual(
        3 * ROUNDING * Math.abs(exact) + Number.MIN_VALUE,
      );
    }
  });

  it("has logarithms that are exact at powers of their base", () => {
    for (let n = -1022; n <= 1023; n++) expect(call("log2", 2 ** n)).toBe(n);
    for (let n = -22; n <= 22; n++) expect(call("log10", Number(`1e${n}`))).toBe(n);
  });

  it.each([
    [0.5, 1],
    [-0.5, -1],
    [2.5, 3],
    [-2.5, -3],
    [2.4, 2],
    [0.49999999999999994, 0],
    [4503599627370495.5, 4503599627370496],
    [9007199254740991, 9007199254740991],
    [Infinity, Infinity],
  ])("rounds %d to %d, halves away from zero", (x, rounded) => {
    expect(call("round", x)).toBe(rounded);
  });

  it("clamps into its bounds, and has no value between crossed ones", () => {
    expect([-1, 0.5, 2].map((x) => call("clamp", x, 0, 1))).toEqual([0, 0.5, 1]);
    expect(call("clamp", 0.5, 1, 0)).toBeNaN();
  });

  it("chooses by any condition but zero", () => {
    expect([1, -2, 0.1, 0].map((c) => call("if", c, 10, 20))).toEqual([10, 10, 10, 20]);
    expect(call("if", NaN, 10, 20)).toBeNaN();
    expect(call("if", 1, 10, NaN)).toBe(10);
    expect(call("if", 0, NaN, 20)).toBe(20);
  });

  it("compares to 1 and 0", () => {
    const compared = comparisons.map((operator) =>
      [1, 2, 3].map((x) => applyOperator(operator, x, 2)).join(""),
    );
    expect(compared).toEqual(["100", "110", "001", "011", "010", "101"]);
  });

  it("lets no NaN turn into a number", () => {
    const any = fc.double();
    fc.assert(
      fc.property(any, fc.constantFrom(...operators), (x, operator) => {
        expect(applyOperator(operator, NaN, x)).toBeNaN();
        expect(applyOperator(operator, x, NaN)).toBeNaN();
      }),
    );
    for (const callee of functionNames.filter((name) => name !== "if")) {
      const count = signatureOf(callee).fewest;
      for (let at = 0; at < count; at++) {
        const operands = Array.from({ length: count }, (_, i) => (i === at ? NaN : i));
        expect(call(callee, ...operands), callee).toBeNaN();
      }
    }
  });
});
