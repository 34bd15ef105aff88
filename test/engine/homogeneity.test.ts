import fc from "fast-check";
import { expect, it } from "vitest";
import { compileExpression } from "../../src/engine/compile-expression.js";
import { checkUnits } from "../../src/formula/check-units.js";
import { parseFormula } from "../../src/formula/parse.js";
import { divide, multiply, raise } from "../../src/units/algebra.js";
import { baseUnits } from "../../src/units/base-units.js";
import { createUnitSystem } from "../../src/units/unit-system.js";
import type { Dimension } from "../../src/units/unit.js";

const units = createUnitSystem();
const quantities: readonly (readonly [string, string])[] = [
  ["cost", "USD"],
  ["rent", "USD/GPU/h"],
  ["hours", "h"],
  ["gpus", "GPU"],
  ["tokens_sold", "Mtoken"],
  ["share", "%"],
  ["draw", "kW"],
];
const dimensionOf = new Map(quantities.map(([name, unit]) => [name, units.parse(unit).dimension]));
const anyName = fc.constantFrom(...dimensionOf.keys());
const own = (name: string) => dimensionOf.get(name)!;
const PURE: Dimension = {};

/** The text of a formula that measures `dimension`, `depth` operations deep. */
function measuring(dimension: Dimension, depth: number): fc.Arbitrary<string> {
  if (depth === 0) return fc.constant(leaf(dimension));
  const same = measuring(dimension, depth - 1);
  const pair = fc.tuple(same, same);
  const compared = anyName.chain((name) => {
    const side = measuring(own(name), Math.min(depth - 1, 1));
    return fc.tuple(side, fc.constantFrom("<", ">=", "!="), side).map((parts) => parts.join(" "));
  });
  return fc.oneof(
    pair.map(([x, y]) => `(${x} + ${y})`),
    pair.map(([x, y]) => `(${x} - ${y})`),
    pair.map(([x, y]) => `max(${x}, ${y}, 0)`),
    pair.map(([x, y]) => `clamp(${x}, -abs(${y}), abs(${y}))`),
    fc.tuple(compared, pair).map(([c, [x, y]]) => `if(${c}, ${x}, ${y})`),
    fc.tuple(measuring(PURE, depth - 1), same).map(([p, x]) => `(exp(-abs(${p})) * ${x})`),
    same.map((x) => `sqrt(abs(${x}) * abs(${x}))`),
    measuring(raise(dimension, 0.5), depth - 1).map((x) => `(${x})^2`),
    anyName.chain((name) =>
      measuring(multiply(dimension, own(name)), depth - 1).map((x) => `(${x} / ${name})`),
    ),
    anyName.chain((name) =>
      measuring(divide(dimension, own(name)), depth - 1).map((x) => `(${x} * ${name})`),
    ),
  );
}

/** A product of powers of quantities, worked out base unit by base unit. */
function leaf(dimension: Dimension): string {
  const cores: Record<string, string> = {
    USD: "cost",
    token: "tokens_sold",
    GPU: "gpus",
    s: "hours",
    J: "(draw * hours)",
  };
  const factors = Object.entries(dimension).map(([unit, exponent]) => {
    // Halves and quarters, which ^ does not take, come from nested roots.
    const fourth = exponent * 4;
    return `sqrt(sqrt(${cores[unit]!}))^${fourth}`;
  });
  return ["share", ...factors].join(" * ");
}

/**
 * Counting dollars in cents changes every value in dollars by one factor, and every result by just
 * the factor that its dimension says. Powers of 2^16 change no rounding, so results agree bit for
 * bit, through square roots of square roots.
 */
it("gives results that change with the base units as their dimension says, to the bit", () => {
  const factors = fc.tuple(...baseUnits.map(() => fc.constantFrom(-1, 0, 1)));
  const values = fc.tuple(...quantities.map(() => fc.double({ min: 0.5, max: 2, noNaN: true })));
  const dimensions = fc.constantFrom("USD", "USD/token", "1", "kWh", "GPU^2/s").map(units.parse);
  const formula = dimensions.chain(({ dimension }) =>
    measuring(dimension, 3).map((text) => ({ text, dimension })),
  );
  let different = 0;
  fc.assert(
    fc.property(formula, values, factors, ({ text, dimension }, drawn, powers) => {
      const tree = parseFormula(text, units);
      const check = checkUnits(tree, (name) => dimensionOf.get(name));
      expect(check.problems).toEqual([]);
      const exponentOf = (of: Dimension) =>
        baseUnits.reduce((sum, unit, i) => sum + (of[unit] ?? 0) * powers[i]! * 16, 0);
      const evaluate = (rescaled: number) => {
        const out = new Float64Array(1);
        compileExpression(tree)(
          (name) => {
            const at = quantities.findIndex(([known]) => known === name);
            return Float64Array.of(drawn[at]! * 2 ** (rescaled * exponentOf(own(name))));
          },
          1,
          out,
        );
        return out[0]!;
      };
      const before = evaluate(0);
      fc.pre(Number.isFinite(before));
      expect(evaluate(1)).toBe(before * 2 ** exponentOf(dimension));
      if (exponentOf(dimension) !== 0 && before !== 0) different++;
    }),
    { seed: 3, numRuns: 1000 },
  );
  expect(different).toBeGreaterThan(300);
});
