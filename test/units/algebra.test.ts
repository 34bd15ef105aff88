import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  describeDimension,
  divide,
  isDimensionless,
  multiply,
  raise,
  sameDimension,
} from "../../src/units/algebra.js";
import { createUnitSystem } from "../../src/units/unit-system.js";

const names = fc.constantFrom("USD", "token", "GPU", "s", "J", "seat", "constructor");
const dimension = fc.dictionary(names, fc.integer({ min: -4, max: 4 }), { maxKeys: 4 });
const units = createUnitSystem(["seat", "constructor"]);

describe("the algebra of dimensions", () => {
  it("obeys the laws of a commutative group", () => {
    fc.assert(
      fc.property(dimension, dimension, dimension, (a, b, c) => {
        expect(sameDimension(multiply(a, b), multiply(b, a))).toBe(true);
        expect(sameDimension(multiply(multiply(a, b), c), multiply(a, multiply(b, c)))).toBe(true);
        expect(sameDimension(divide(multiply(a, b), b), a)).toBe(true);
        expect(isDimensionless(divide(a, a))).toBe(true);
        expect(sameDimension(raise(a, 3), multiply(a, multiply(a, a)))).toBe(true);
        expect(sameDimension(raise(raise(raise(a, 0.5), 0.5), 4), a)).toBe(true);
      }),
    );
  });

  it("describes a dimension by a text that reads back as it", () => {
    fc.assert(
      fc.property(dimension, (a) => {
        const { dimension: read, scale } = units.parse(describeDimension(a));
        expect(sameDimension(read, a)).toBe(true);
        expect(scale).toBe(1);
      }),
    );
  });

  it.each([
    [{}, "1"],
    [{ USD: 0 }, "1"],
    [{ s: -1, USD: 1, GPU: -1 }, "USD/GPU/s"],
    [{ s: -2 }, "1/s^2"],
    [{ token: 2, USD: 1 }, "USD*token^2"],
    [{ zeta: 1, alpha: 1, flop: 1 }, "flop*alpha*zeta"],
    [{ USD: 0.5 }, "USD^0.5"],
  ] as [Record<string, number>, string][])("describes %j as %s", (given, text) => {
    expect(describeDimension(given)).toBe(text);
  });

  it("tells what differs from what merely is named alike in an object", () => {
    expect(sameDimension({}, { constructor: 1 })).toBe(false);
    expect(sameDimension({ USD: 1 }, { usd: 1 })).toBe(false);
    expect(sameDimension({ USD: 1, s: 0 }, { USD: 1 })).toBe(true);
  });
});
