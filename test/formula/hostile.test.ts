import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { compileExpression } from "../../src/engine/compile-expression.js";
import { checkUnits } from "../../src/formula/check-units.js";
import { FormulaError } from "../../src/formula/expression.js";
import { parseFormula } from "../../src/formula/parse.js";
import { createUnitSystem } from "../../src/units/unit-system.js";

interface Row {
  readonly formula?: string;
  readonly prefix?: string;
  readonly repeat?: string;
  readonly times?: number;
  readonly suffix?: string;
  readonly expect: "refuse" | number;
  readonly why: string;
}

const file = new URL("../reference/hostile-formulas.json", import.meta.url);
const { formulas } = JSON.parse(readFileSync(file, "utf8")) as { formulas: Row[] };
const units = createUnitSystem();
const values: Readonly<Record<string, number>> = { a: 1.5, b: 2, c: 3 };
const valueOf = (name: string) => (Object.hasOwn(values, name) ? values[name] : undefined);
const untouched = Object.getOwnPropertyNames(Object.prototype).length;

describe("hostile formulas", () => {
  afterAll(() => {
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(untouched);
    expect(globalThis).not.toHaveProperty("__pwned");
  });

  it.each(formulas.filter((row) => row.expect === "refuse"))("refuses $why", (row) => {
    const text = textOf(row);
    const from = performance.now();
    const [error] = problemsOf(text);
    expect(performance.now() - from).toBeLessThan(50);
    expect(error).toBeInstanceOf(FormulaError);
    const { span, message, fix } = error!;
    expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
    expect(message.length).toBeLessThan(200);
    expect(fix).toMatch(/^[A-Z+%].{3,200}\.$/);
  });

  it.each(formulas.filter((row) => row.expect !== "refuse"))("computes $why: $formula", (row) => {
    const text = textOf(row);
    expect(problemsOf(text)).toEqual([]);
    const out = new Float64Array(1);
    const read = (name: string) => Float64Array.of(valueOf(name) ?? NaN);
    compileExpression(parseFormula(text, units))(read, 1, out);
    expect(out[0]).toBeCloseTo(row.expect as number, 14);
  });
});

/** What the parser and the unit check say together, as for a formula of a scenario. */
function problemsOf(text: string): readonly FormulaError[] {
  try {
    const known = (name: string) => (valueOf(name) === undefined ? undefined : {});
    return checkUnits(parseFormula(text, units), known, ["a", "b", "c"]).problems;
  } catch (error) {
    if (error instanceof FormulaError) return [error];
    throw error;
  }
}

function textOf({ formula, prefix = "", repeat = "", times = 0, suffix = "" }: Row): string {
  return formula ?? prefix + repeat.repeat(times) + suffix;
}
