import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnitError } from "../../src/units/unit-error.js";
import { createUnitSystem } from "../../src/units/unit-system.js";

const units = createUnitSystem();

/** Scale in base units and dimension, worked out by hand. */
const known: readonly [string, number, Record<string, number>][] = [
  ["1", 1, {}],
  ["%", 0.01, {}],
  ["USD", 1, { USD: 1 }],
  ["kUSD", 1e3, { USD: 1 }],
  ["USD/Mtoken", 1e-6, { USD: 1, token: -1 }],
  ["kUSD/Mtoken", 1e-3, { USD: 1, token: -1 }],
  ["USD/GPU/h", 1 / 3600, { USD: 1, GPU: -1, s: -1 }],
  ["USD/(GPU*h)", 1 / 3600, { USD: 1, GPU: -1, s: -1 }],
  ["USD / GPU / h", 1 / 3600, { USD: 1, GPU: -1, s: -1 }],
  ["1/h", 1 / 3600, { s: -1 }],
  ["h^-1", 1 / 3600, { s: -1 }],
  ["h/year", 3600 / 31557600, {}],
  ["month", 2629800, { s: 1 }],
  ["day", 86400, { s: 1 }],
  ["kW", 1e3, { J: 1, s: -1 }],
  ["kWh", 3.6e6, { J: 1 }],
  ["MWh", 3.6e9, { J: 1 }],
  ["USD/kWh", 1 / 3.6e6, { USD: 1, J: -1 }],
  ["GB/s", 1e9, { B: 1, s: -1 }],
  ["Tflop/s/GPU", 1e12, { flop: 1, s: -1, GPU: -1 }],
  ["Pflop", 1e15, { flop: 1 }],
  ["%/year", 0.01 / 31557600, { s: -1 }],
  ["token^2/s^2", 1, { token: 2, s: -2 }],
  ["(USD/h)^2", 1 / 3600 ** 2, { USD: 2, s: -2 }],
  ["token/s/(token/s)", 1, {}],
  ["h^0", 1, {}],
];

/** Text, the words of the mend, and the piece of text at fault. */
const mended: readonly [string, string, string][] = [
  ["USD/hour", "Write h.", "hour"],
  ["usd", "Write USD.", "usd"],
  ["USD/Mtokens", "Write Mtoken.", "Mtokens"],
  ["tokens", "Write token.", "tokens"],
  ["tok", "Write token.", "tok"],
  ["gpu", "Write GPU.", "gpu"],
  ["$/gpu", "Write USD.", "$"],
  ["GPUs", "Write GPU.", "GPUs"],
  ["requets", "Write request.", "requets"],
  ["KWh", "Write kWh.", "KWh"],
  ["TFLOPS", "Write Tflop/s.", "TFLOPS"],
  ["constructor", "Declare constructor", "constructor"],
  ["__proto__", "Declare __proto__", "__proto__"],
  ["toString", "Declare toString", "toString"],
  ["USD/1000 token", "Use a prefix", "1000"],
  ["USD GPU", "Put * or /", "GPU"],
  ["USD/", "Add the missing name", ""],
  ["USD/(GPU*h", "Add the missing )", "("],
  ["s^2.5", "Exponents are whole", "."],
  ["s^x", "Write s^2", "x"],
  ["s^17", "Use a lower power", "17"],
  ["(s^4)^5", "Use a lower power", "5"],
  ["s^16*s", "Use a lower power", "*"],
  ["%^2", "Write the square of 50% as 0.25", "%"],
  ["s²", "Write ^2", "²"],
  ["USD·h", "Write *", "·"],
  ["", "Write 1 for a pure number", ""],
  ["   ", "Write 1 for a pure number", "   "],
  ["USD--h", "Write products", "-"],
  ["PUSD^16*Ptoken^16", "Use lower powers", "PUSD^16*Ptoken^16"],
];

describe("the unit system", () => {
  it.each(known)("reads %s as so many base units", (text, scale, dimension) => {
    const unit = units.parse(text);
    expect(unit.scale).toBeCloseTo(scale, -Math.floor(Math.log10(scale)) + 14);
    expect({ ...unit.dimension }).toEqual(dimension);
    expect(unit.text).toBe(text.replaceAll(" ", ""));
  });

  it("rounds a quotient of prefixes once", () => {
    expect(units.parse("USD/Mtoken").scale).toBe(1e-6);
    expect(units.parse("kUSD/Ttoken").scale).toBe(1e-9);
    expect(units.parse("%").scale).toBe(0.01);
  });

  it.each(mended)("refuses %j and says how to mend it", (text, fix, fault) => {
    const error = refusal(() => units.parse(text));
    expect(error.fix).toContain(fix);
    expect(text.slice(error.span.start, error.span.end)).toBe(fault);
  });

  it("finds single names only", () => {
    expect(units.find("Mtoken")?.scale).toBe(1e6);
    expect(units.find("%")?.scale).toBe(0.01);
    for (const name of ["USD/h", "h*h", "", " h", "constructor", "__proto__", "hasOwnProperty"]) {
      expect(units.find(name)).toBeUndefined();
    }
  });

  it("takes a scenario's own base units, with prefixes", () => {
    const own = createUnitSystem(["seat", "constructor"]);
    expect({ ...own.parse("USD/kseat").dimension }).toEqual({ USD: 1, seat: -1 });
    expect(own.parse("USD/kseat").scale).toBe(1e-3);
    expect({ ...own.parse("constructor^2").dimension }).toEqual({ constructor: 2 });
    expect(units.find("seat")).toBeUndefined();
  });

  it.each(["h", "USD", "kUSD", "Wh", "1", "%", "9a", "a-b", "", "__proto__", "é", "a".repeat(65)])(
    "refuses %j as a base unit",
    (name) => {
      refusal(() => createUnitSystem([name]));
    },
  );

  it("refuses base units that clash with each other", () => {
    refusal(() => createUnitSystem(["seat", "seat"]));
    refusal(() => createUnitSystem(["seat", "kseat"]));
  });

  it("answers any text with a unit or a place and a mend, quickly", () => {
    const pieces = fc.constantFrom(
      "USD",
      "h",
      "%",
      "1",
      "*",
      "/",
      "^",
      "2",
      "-",
      "(",
      ")",
      " ",
      "é",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 60 }).map((a) => a.join("")),
    );
    fc.assert(
      fc.property(text, (given) => {
        try {
          const { scale } = units.parse(given);
          expect(scale).toBeGreaterThan(0);
          expect(scale).toBeLessThan(Infinity);
        } catch (error) {
          expect(error).toBeInstanceOf(UnitError);
          const { span, fix } = error as UnitError;
          expect(0 <= span.start && span.start <= span.end && span.end <= given.length).toBe(true);
          expect(fix).not.toBe("");
        }
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  it("refuses long text and deep nesting without effort", () => {
    refusal(() => units.parse("(".repeat(100_000)));
    refusal(() => units.parse("(".repeat(200)));
    refusal(() => units.parse("x".repeat(199)));
  });
});

function refusal(attempt: () => unknown): UnitError {
  try {
    attempt();
  } catch (error) {
    expect(error).toBeInstanceOf(UnitError);
    return error as UnitError;
  }
  throw new Error("it was accepted");
}
