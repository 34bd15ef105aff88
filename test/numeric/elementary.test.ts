import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { oneOperand } from "../../src/formula/scalar.js";
import { exp } from "../../src/numeric/exp.js";
import { LOGARITHM_BASES } from "../../src/numeric/logarithm-bases.js";
import { logarithm } from "../../src/numeric/logarithm.js";
import { raise } from "../../src/numeric/raise.js";
import { unitInLastPlace } from "./unit-in-last-place.js";

const file = new URL("../reference/elementary.json", import.meta.url);
const reference = JSON.parse(readFileSync(file, "utf8")) as Record<string, readonly number[][]>;
const { log, log2, log10 } = LOGARITHM_BASES;
const functions = {
  exp: (x: number) => exp(x),
  log: (x: number) => logarithm(x, log),
  log2: (x: number) => logarithm(x, log2),
  log10: (x: number) => logarithm(x, log10),
};

/** The largest error of a table, in units in the last place of the exact value. */
function largestError(
  rows: readonly number[][],
  value: (row: readonly number[]) => number,
): number {
  const errors = rows.map((row) => {
    const [rounded, beyond] = row.slice(-2) as [number, number];
    return Math.abs((value(row) - rounded) / unitInLastPlace(rounded) - beyond);
  });
  expect(errors.length).toBeGreaterThan(100);
  return Math.max(...errors);
}

describe("the elementary functions", () => {
  it.each(["exp", "log", "log2", "log10"] as const)(
    "%s errs by less than 0.8 units in the last place, subnormal numbers included",
    (name) => {
      expect(largestError(reference[name]!, ([x]) => functions[name](x!))).toBeLessThan(0.8);
    },
  );

  it.each(["sin", "cos", "tan"] as const)("%s of this machine errs by less than 1 unit", (name) => {
    expect(largestError(reference[name]!, ([x]) => oneOperand[name](x!))).toBeLessThan(1);
  });

  it("powers err by less than 0.8 units in the last place, whatever their exponent", () => {
    expect(largestError(reference["power"]!, ([x, y]) => raise(x!, y!))).toBeLessThan(0.8);
  });

  it.each([
    ["exp", 0, 1],
    ["exp", -0, 1],
    ["exp", 1, Math.E],
    ["exp", 1e-300, 1],
    ["exp", 709.782712893384, 1.7976931348622732e308],
    ["exp", 709.7827128933841, Infinity],
    ["exp", -745.1332191019411, 5e-324],
    ["exp", -745.1332191019412, 0],
    ["exp", 1e300, Infinity],
    ["exp", -1e300, 0],
    ["exp", Infinity, Infinity],
    ["exp", -Infinity, 0],
    ["exp", NaN, NaN],
    ["log", 0, -Infinity],
    ["log", -0, -Infinity],
    ["log", 1, 0],
    ["log", -1, NaN],
    ["log", -5e-324, NaN],
    ["log", -Infinity, NaN],
    ["log", Infinity, Infinity],
    ["log", NaN, NaN],
    ["log", Math.E, 1],
    ["log2", 0, -Infinity],
    ["log2", Infinity, Infinity],
    ["log10", -1, NaN],
    ["log10", 5e-324, -323.3062153431158],
  ] as const)("%s(%d) is %d", (name, x, value) => {
    expect(functions[name](x)).toBe(value);
  });

  it("logarithms are exact at every power of their base", () => {
    for (let k = -1074; k <= 1023; k++) expect(functions.log2(2 ** k)).toBe(k);
    for (let k = 0; k <= 22; k++) expect(functions.log10(Number(`1e${k}`))).toBe(k);
  });

  it.each([
    [0, 0.3, 0],
    [-0, 0.3, 0],
    [0, -0.3, Infinity],
    [Infinity, 0.3, Infinity],
    [Infinity, -0.3, 0],
    [1, 1e300, 1],
    [1, Infinity, NaN],
    [0.5, Infinity, 0],
    [0.5, -Infinity, Infinity],
    [2, Infinity, Infinity],
    [2, -Infinity, 0],
    [1 + 2 ** -52, 1e300, Infinity],
    [1 - 2 ** -53, 1e300, 0],
    [5e-324, 1e-300, 1],
    [2, 5e-324, 1],
    [2, 1023.9999999999999, 1.7976931348621742e308],
    [2, 1024, Infinity],
    [2, -1074, 5e-324],
    [2, -1075, 0],
    [4, 0.5, 2],
    [27, 1 / 3, 3],
    [NaN, 0.3, NaN],
    [2, NaN, NaN],
  ])("raise(%d, %d) is %d", (x, y, value) => {
    expect(raise(x, y)).toBe(value);
  });

  it("exp and logarithms do not fall from one double to the next, as far as was tried", () => {
    for (let i = 0; i < 100_000; i++) {
      const x = ((i * 0.6180339887498949) % 1) * (i % 2 === 0 ? 1400 : 2) - (i % 2 === 0 ? 700 : 1);
      expect(exp(x + unitInLastPlace(x))).toBeGreaterThanOrEqual(exp(x));
      const y = exp(x);
      for (const base of [log, log2, log10]) {
        expect(logarithm(y + unitInLastPlace(y), base)).toBeGreaterThanOrEqual(logarithm(y, base));
      }
    }
  });
});
