import { expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import { familiesToFit } from "../../src/fit/families-to-fit.js";
import { fitFamilies } from "../../src/fit/fit-families.js";
import { inputName, inputSnippet } from "../../src/fit/input-snippet.js";
import { sampleOf } from "../../src/fit/sample.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";

const SHARES = sampleOf([0.31, 0.42, 0.44, 0.47, 0.51, 0.52, 0.55, 0.58, 0.61, 0.98, 0.03, 0.5]);
const COUNTS = sampleOf([0, 1, 1, 2, 2, 2, 3, 3, 4, 7]);
const FITS = [
  ...fitFamilies(SHARES, familiesToFit()).fits,
  ...fitFamilies(SHARES, familiesToFit({ min: -1, max: 2.5 })).fits,
  ...fitFamilies(COUNTS, familiesToFit()).fits,
];

const scenarioOf = (inputs: string, name: string): string =>
  `name: a\n${inputs}outputs: [${name}]\n`;

it("covers every family", () => {
  expect(new Set(FITS.map(({ spec }) => spec.distribution)).size).toBe(familiesToFit().length);
});

it.each(FITS)("states $spec as a scenario takes it, to a thousandth of its errors", (fit) => {
  const measured = { column: "share", file: "a.csv", count: 12, unit: "token/s" };
  const { quantities } = parseScenario("a.yaml", scenarioOf(inputSnippet(fit, measured), "share"));
  const { definition, unit, source, grade } = quantities.find(({ name }) => name === "share")!;
  expect({ unit, grade }).toEqual({ unit: "token/s", grade: "A" });
  expect(source).toMatch(/fitted by maximum likelihood to 12 values, column share of a\.csv$/);
  if (definition.kind !== "distribution") throw new RangeError("not a distribution");
  expect(definition.spec.distribution).toBe(fit.spec.distribution);
  expect(Object.keys(definition.spec.parameters)).toEqual(Object.keys(fit.spec.parameters));
  for (const { name, value, error } of fit.estimates) {
    const stated = definition.spec.parameters[name] as number;
    expect(Math.abs(stated - value)).toBeLessThanOrEqual(error / 1000);
  }
  expect(createDistribution(definition.spec).family).toBe(fit.spec.distribution);
});

it.each([
  ["tok_s", "tok_s"],
  ["TokS", "TokS"],
  ["Tok/s (H100)", "tok_s_h100"],
  ["2nd run", "nd_run"],
  ["min", "measured_min"],
  ["GPU", "gpu"],
  ["e", "measured_e"],
  ["__proto__", "proto"],
  ["constructor", "measured_constructor"],
  ["速度", "measured"],
  ["", "measured"],
  ["a: {b}\n#c", "a_b_c"],
  ["x".repeat(300), "x".repeat(50)],
])("calls the column %j %s", (column, name) => {
  const fit = FITS[0]!;
  const snippet = inputSnippet(fit, { column, file: 'b"\n: #.csv', count: 12 });
  expect(inputName(column)).toBe(name);
  expect(() => parseScenario("a.yaml", scenarioOf(snippet, name))).not.toThrow();
});
