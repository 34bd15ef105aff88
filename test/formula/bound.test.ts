import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bound } from "../../src/formula/bound.js";
import type { Expression } from "../../src/formula/expression.js";
import { formatExpression } from "../../src/formula/format.js";
import type { Hazard } from "../../src/formula/hazard.js";
import { type Bounds, interval } from "../../src/formula/interval.js";
import { parseFormula } from "../../src/formula/parse.js";
import { interpret } from "../engine/interpret.js";
import { anyExpression, units } from "./arbitrary-expression.js";

const RANGES: Readonly<Record<string, Bounds>> = {
  positive: interval(2, 8),
  share: interval(0, 1),
  signed: interval(-3, 5),
  negative: interval(-4, -1),
  unknown: undefined,
};

function examine(
  tree: Expression,
  ranges = RANGES,
): { bounds: Bounds; hazards: readonly Hazard[] } {
  const hazards: Hazard[] = [];
  const bounds = bound(
    tree,
    (name) => ranges[name],
    (hazard) => hazards.push(hazard),
  );
  return { bounds, hazards };
}

const hazardsOf = (text: string): readonly string[] =>
  examine(parseFormula(text, units)).hazards.map(
    ({ does, operand, range, verdict, guards }) =>
      `${does} ${formatExpression(operand)}, which ${range ? verdict(range) : "is unknown"}` +
      guards
        .map(
          ({ condition, holds }) => `, ${holds ? "if" : "unless"} ${formatExpression(condition)}`,
        )
        .join(""),
  );

describe("bounds of a formula", () => {
  it.each<[formula: string, low: number, high: number]>([
    ["positive + signed", -1, 13],
    ["positive - signed", -3, 11],
    ["positive * signed", -24, 40],
    ["positive / negative", -8, -0.5],
    ["signed * signed", 0, 25],
    ["signed ^ 2", 0, 25],
    ["signed ^ 3", -27, 125],
    ["negative ^ -2", 1 / 16, 1],
    ["negative ^ -1", -1, -0.25],
    ["positive ^ negative", 8 ** -4, 0.5],
    ["share ^ 0.5", 0, 1],
    ["abs(signed)", 0, 5],
    ["-abs(negative)", -4, -1],
    ["min(positive, signed)", -3, 5],
    ["max(positive, signed)", 2, 8],
    ["clamp(signed, share, positive)", 0, 5],
    ["log2(positive)", 1, 3],
    ["floor(positive / 3)", 0, 2],
    ["sin(signed)", -1, 1],
    ["positive > negative", 1, 1],
    ["positive < negative", 0, 0],
    ["signed >= share", 0, 1],
    ["share <= 1", 1, 1],
    ["if(signed >= 2, signed, 7)", -3, 7],
    ["if(positive > negative, share, signed)", 0, 1],
    ["if(positive < 1, signed, share)", 0, 1],
  ])("%s lies between %d and %d", (formula, low, high) => {
    const { bounds, hazards } = examine(parseFormula(formula, units));
    expect(hazards).toEqual([]);
    expect(bounds!.low).toBeCloseTo(low, 12);
    expect(bounds!.high).toBeCloseTo(high, 12);
  });

  it("hold every value that the formula takes", () => {
    const point = fc.double({ min: 0, max: 1, noNaN: true });
    const names = ["a", "b", "c", "_rate", "constructor", "h2", "e1"];
    const range = fc
      .tuple(fc.integer({ min: -4, max: 4 }), fc.constantFrom(0, 0.5, 1, 3))
      .map(([low, width]) => ({ low, high: low + width }));
    fc.assert(
      fc.property(
        anyExpression,
        fc.array(range, { minLength: 7, maxLength: 7 }),
        fc.array(fc.array(point, { minLength: 7, maxLength: 7 }), { minLength: 5, maxLength: 5 }),
        (tree, ranges, points) => {
          const known = Object.fromEntries(names.map((name, k) => [name, ranges[k]!]));
          const { bounds } = examine(tree, known);
          if (!bounds) return;
          for (const draw of points) {
            const value = interpret(tree, (name) => {
              const { low, high } = known[name]!;
              return low + draw[names.indexOf(name)]! * (high - low);
            });
            if (!Number.isFinite(value)) continue;
            // Corners are rounded too: exp and log to some units in the last place.
            const slack = 1e-9 * (1 + Math.abs(value));
            expect(value).toBeGreaterThanOrEqual(bounds.low - slack);
            expect(value).toBeLessThanOrEqual(bounds.high + slack);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe("operations that may fail", () => {
  it.each<[formula: string, ...hazards: string[]]>([
    ["1 / signed", "divides by signed, which can be 0 or change sign"],
    ["1 / share", "divides by share, which can be 0"],
    ["1 / (positive - 5)", "divides by positive - 5, which can be 0 or change sign"],
    ["1 / (share * 0)", "divides by share * 0, which is always 0"],
    ["log(share)", "takes the logarithm of share, which can be 0"],
    ["log10(signed)", "takes the logarithm of signed, which can be 0 or negative"],
    ["log2(negative)", "takes the logarithm of negative, which can be 0 or negative"],
    ["sqrt(signed)", "takes the square root of signed, which can be negative"],
    ["share ^ -0.5", "takes a negative power of share, which can be 0"],
    ["signed ^ negative", "takes a negative power of signed, which can be 0 or change sign"],
    ["signed ^ 0.5", "takes a fractional power of signed, which can be negative"],
    [
      "1 / share + 1 / signed",
      "divides by share, which can be 0",
      "divides by signed, which can be 0 or change sign",
    ],
    ["1 / unknown", "divides by unknown, which is unknown"],
    ["if(positive > 3, 1 / share, 0)", "divides by share, which can be 0, if positive > 3"],
    [
      "if(share, 0, if(signed > 1, 0, sqrt(signed)))",
      "takes the square root of signed, which can be negative, unless share, unless signed > 1",
    ],
  ])("are found in %s", (formula, ...hazards) => {
    expect(hazardsOf(formula)).toEqual(hazards);
  });

  it.each([
    "1 / positive",
    "1 / negative",
    "log(positive)",
    "sqrt(share)",
    "negative ^ -2",
    "1 / max(signed, 0.001)",
    "1 / (1 + share)",
    "1 / (signed * signed + 1)",
    "if(positive < 1, 1 / share, 2)",
    "if(positive > 1, 2, 1 / share)",
  ])("are none in %s", (formula) => {
    expect(hazardsOf(formula)).toEqual([]);
  });

  it("are found wherever a value comes out that is not finite", () => {
    const safe = anyExpression.filter((tree) => !/clamp|tan|exp|\^/.test(formatExpression(tree)));
    const names = ["a", "b", "c", "_rate", "constructor", "h2", "e1"];
    let found = 0;
    fc.assert(
      fc.property(safe, fc.array(fc.nat(2), { minLength: 7, maxLength: 7 }), (tree, draw) => {
        const value = interpret(tree, (name) => draw[names.indexOf(name)]! - 1);
        if (Number.isFinite(value)) return;
        found++;
        const ranges = Object.fromEntries(names.map((name) => [name, interval(-1, 1)]));
        expect(examine(tree, ranges).hazards, formatExpression(tree)).not.toEqual([]);
      }),
      { numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(50);
  });
});
