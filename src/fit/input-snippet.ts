import { parseScenario } from "../scenario/parse-scenario.js";
import { InvalidScenario } from "../scenario/problem.js";
import type { Fit } from "./fit-families.js";

/** What a scenario says of a fitted input beside its distribution. */
export interface Measured {
  /** As the header has it. */
  readonly column: string;
  /** The table's file, as the user named it. */
  readonly file: string;
  /** Values fitted. */
  readonly count: number;
  /** The column's unit; undefined where the user gave none. */
  readonly unit?: string | undefined;
}

/** Digits kept beyond the first of the standard error: no parameter moves by a thousandth of it. */
const DIGITS_BEYOND_ERROR = 3;

/** The YAML that states a fit among the inputs of a scenario, ready to paste. */
export function inputSnippet(fit: Fit, { column, file, count, unit }: Measured): string {
  const { distribution, parameters } = fit.spec;
  const errors = new Map(fit.estimates.map(({ name, error }) => [name, error]));
  const stated = Object.entries(parameters).map(
    ([name, value]) => [name, rounded(value as number, errors.get(name))] as const,
  );
  const source = `${distribution} fitted by maximum likelihood to ${count} values, column ${column} of ${file}`;
  const lines = [
    `distribution: ${distribution}`,
    ...stated.map(([name, value]) => `${name}: ${value}`),
    unit === undefined
      ? "# unit: that of the column; left out, it is the model's own, or 1"
      : `unit: ${JSON.stringify(unit)}`,
    `source: ${JSON.stringify(source.slice(0, SOURCE_MAX))}`,
    "grade: A",
  ];
  return `inputs:\n  ${inputName(column)}:\n${lines.map((line) => `    ${line}\n`).join("")}`;
}

const SOURCE_MAX = 1000;

function rounded(value: number, error: number | undefined): number {
  if (error === undefined || value === 0) return value;
  const exponent = (size: number): number => Math.floor(Math.log10(size));
  const digits = exponent(Math.abs(value)) - exponent(error) + DIGITS_BEYOND_ERROR + 1;
  return Number(value.toPrecision(Math.min(Math.max(digits, 1), 17)));
}

/** A name that a scenario takes, as near the column's as may be: `Tok/s (H100)` is `tok_s_h100`. */
export function inputName(column: string): string {
  const word = column
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 50);
  // Units, functions and constants are no names; the scenario reader knows them.
  const original = /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(column) ? [column] : [];
  const words = word === "" ? [] : [word, `measured_${word}`];
  return [...original, ...words].find(isName) ?? "measured";
}

function isName(name: string): boolean {
  try {
    parseScenario("name", `name: a\ninputs: { ${name}: 1 }\noutputs: [${name}]\n`);
    return true;
  } catch (error) {
    if (error instanceof InvalidScenario) return false;
    throw error;
  }
}
