import { describe, expect, it } from "vitest";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { InvalidScenario, type Problem } from "../../src/scenario/problem.js";

function problemsOf(text: string): readonly Problem[] {
  try {
    parseScenario("a.yaml", text);
  } catch (error) {
    if (error instanceof InvalidScenario) return error.problems;
    throw error;
  }
  return [];
}

/** A sound scenario around the inputs under test, which start on line 3. */
const withInputs = (inputs: string): string =>
  `name: a\ninputs:\n${inputs}\nformulas:\n  cost: { formula: 2 * x, unit: USD }\noutputs: [cost]\n`;

const WRONG_INPUTS: readonly [what: string, inputs: string, at: string, says: RegExp][] = [
  [
    "unknown distribution",
    "  x: { distribution: lognormall, p5: 1, p95: 2, unit: USD }",
    "3:22",
    /unknown distribution "lognormall"\. Did you mean lognormal\?/,
  ],
  ["sd < 0", "  x: { distribution: normal, mean: 1, sd: -1, unit: USD }", "3:43", /sd .*-1/],
  ["sd = 0", "  x: { distribution: normal, mean: 1, sd: 0, unit: USD }", "3:43", /constant/],
  [
    "p5 > p95",
    "  x: { distribution: lognormal, p5: 3, p95: 2, unit: USD }",
    "3:",
    /p5.*p95|p95.*p5/,
  ],
  [
    "triangular out of order",
    "  x: { distribution: triangular, min: 1, mode: 9, max: 5, unit: USD }",
    "3:",
    /mode/,
  ],
  ["unknown unit", "  x: { value: 1, unit: USD/hour }", "3:28", /hour.*h/],
  [
    "unknown key",
    "  x: { distribution: normal, mean: 1, stdev: 2, unit: USD }",
    "3:39",
    /unknown key stdev/,
  ],
  [
    "misspelt parameter",
    "  x: { distribution: pert, min: 1, mod: 2, max: 3, unit: USD }",
    "3:36",
    /unknown key mod\. Did you mean mode\?/,
  ],
  [
    "mixed parameter sets",
    "  x: { distribution: normal, mean: 1, p5: 0, unit: USD }",
    "3:3",
    /normal takes mean and sd, or p5 and p95.*got mean and p5/,
  ],
  [
    "text for a number",
    '  x: { value: "1.5", unit: USD }',
    "3:15",
    /value must be a number; got "1\.5"/,
  ],
  ["thousands comma", "  x:\n    value: 1,000\n    unit: USD", "4:12", /value must be a number/],
  ["octal", "  x: { value: 010, unit: USD }", "3:15", /010 is not a plain decimal/],
  ["infinity", "  x: { value: .inf, unit: USD }", "3:15", /not a plain decimal/],
  ["overflow", "  x: { value: 1e400, unit: USD }", "3:15", /too large/],
  ["underflow", "  x: { value: 1e-400, unit: USD }", "3:15", /would become 0/],
  [
    "true for a number",
    "  x: { value: true, unit: USD }",
    "3:15",
    /value must be a number; got true/,
  ],
  ["null", "  x: ~", "3:6", /x must be/],
  ["unreadable shorthand", "  x: about 5 USD", "3:6", /cannot read "about 5 USD"/],
  [
    "discrete length mismatch",
    "  x: { distribution: discrete, values: [1, 2, 3], weights: [1, 2], unit: USD }",
    "3:",
    /weights/,
  ],
  [
    "weights all zero",
    "  x: { distribution: discrete, values: [1, 2], weights: [0, 0], unit: USD }",
    "3:",
    /weights/,
  ],
  ["beta mean outside", "  x: { distribution: beta, mean: 1.5, sd: 0.1, unit: USD }", "3:", /mean/],
  [
    "truncation without mass",
    "  x: { distribution: uniform, min: 0, max: 1, truncate: [2, 3], unit: USD }",
    "3:",
    /truncat/,
  ],
  [
    "truncation swapped",
    "  x: { distribution: uniform, min: 0, max: 1, truncate: [0.9, 0.1], unit: USD }",
    "3:",
    /truncat/,
  ],
  [
    "overflowing range",
    "  x: { distribution: uniform, min: -1e308, max: 1e308, unit: USD }",
    "3:",
    /./,
  ],
  ["a list", "  - x", "3:3", /inputs must be a mapping; got a list/],
  ["prototype key", "  x: 1\n  __proto__: 2", "4:3", /not a name/],
  ["object member", "  x: 1\n  constructor: 2", "4:3", /reserved/],
  ["function name", "  x: 1\n  exp: 2", "4:3", /function/],
  ["unit name", "  x: 1\n  GPU: 2", "4:3", /unit/],
  ["newline in a key", '  x: 1\n  "a\\nb": 2', "4:3", /a\\u\{a\}b is not a name/],
];

describe("an input that is wrong", () => {
  it.each(WRONG_INPUTS)("%s: has its place, what is wrong and a mend", (_, inputs, at, says) => {
    const [first] = problemsOf(withInputs(inputs));
    expect(first).toBeDefined();
    expect(`${first!.line}:${first!.column}`.startsWith(at)).toBe(true);
    expect(`${first!.message}. ${first!.fix}`).toMatch(says);
    expect(first!.fix).not.toBe("");
  });

  it("does not drag problems of its own making behind it", () => {
    const problems = problemsOf(withInputs("  x: { value: 1, unit: dollars }"));
    expect(problems).toHaveLength(1);
  });
});

const scenario = (rest: string): string =>
  `name: a\ninputs:\n  price: { value: 2, unit: USD/h }\n  sum: { value: 3, unit: USD }\n  u: "0.5 to 0.9"\n  v: "1 to 2"\n${rest}`;

const WRONG_SCENARIOS: readonly [what: string, rest: string, at: string, says: RegExp][] = [
  [
    "unit clash",
    "formulas:\n  cost: { formula: sum + price, unit: USD }\noutputs: [cost]",
    "8:",
    /cannot add USD\/\S+ to USD/,
  ],
  [
    "declared unit that does not fit",
    "formulas:\n  cost: { formula: 2 * sum, unit: h }\noutputs: [cost]",
    "8:20",
    /cost is declared in h, but its formula gives USD/,
  ],
  [
    "unknown name",
    "formulas:\n  cost: { formula: prize * 1 h, unit: USD }\noutputs: [cost]",
    "8:20",
    /prize.*price/,
  ],
  [
    "cycle",
    "formulas:\n  a: b + 1\n  b: a + 1\noutputs: [a]",
    "8:6",
    /need each other: a needs b needs a/,
  ],
  ["syntax of a formula", "formulas:\n  cost: sum +\noutputs: [cost]", "8:", /cost: /],
  ["assignment", "formulas:\n  cost: sum = 3\noutputs: [cost]", "8:13", /==/],
  ["unknown output", "outputs: [summ]", "7:11", /summ is not a quantity.*Did you mean sum\?/],
  ["no output", "", "1:1", /outputs is missing/],
  [
    "input and formula of one name",
    "formulas:\n  sum: 2 * price\noutputs: [sum]",
    "8:3",
    /both an input and a formula/,
  ],
  [
    "price without an output of its unit",
    "outputs: [sum]\nprices:\n  p: { price: 1, unit: token }",
    "9:3",
    /no output is measured/,
  ],
  [
    "unknown correlation name",
    "outputs: [sum]\ncorrelations:\n  - { between: [u, w], rank: 0.3 }",
    "9:20",
    /w is not a quantity/,
  ],
  [
    "correlation of a constant",
    "outputs: [sum]\ncorrelations:\n  - { between: [u, sum], rank: 0.3 }",
    "9:20",
    /sum is not an uncertain input/,
  ],
  [
    "a pair twice",
    "outputs: [sum]\ncorrelations:\n  - { between: [u, v], rank: 0.3 }\n  - { between: [v, u], rank: 0.4 }",
    "10:5",
    /correlated twice/,
  ],
  [
    "a correlation above 1",
    "outputs: [sum]\ncorrelations:\n  - { between: [u, v], rank: 1.5 }",
    "9:30",
    /at most 1/,
  ],
  [
    "a correlation matrix with a row too few",
    "outputs: [sum]\ncorrelations: { inputs: [u, v], matrix: [[1, 0.5]] }",
    "8:41",
    /matrix has 1 rows for 2 inputs/,
  ],
  [
    "a correlation matrix with a ragged row",
    "outputs: [sum]\ncorrelations: { inputs: [u, v], matrix: [[1, 0.5], [0.5]] }",
    "8:52",
    /row of v has 1 entries for 2 inputs/,
  ],
  [
    "a correlation matrix without ones on its diagonal",
    "outputs: [sum]\ncorrelations: { inputs: [u, v], matrix: [[1, 0.5], [0.5, 0.9]] }",
    "8:58",
    /v with itself is 0\.9/,
  ],
  [
    "a correlation matrix that is not symmetric",
    "outputs: [sum]\ncorrelations: { inputs: [u, v], matrix: [[1, 0.5], [0.4, 1]] }",
    "8:53",
    /v with u is 0\.4, but u with v is 0\.5/,
  ],
  [
    "a correlation matrix with an entry above 1",
    "outputs: [sum]\ncorrelations: { inputs: [u, v], matrix: [[1, 1.5], [1.5, 1]] }",
    "8:46",
    /entry 2 must be at most 1; got 1\.5/,
  ],
  [
    "a correlation matrix with a constant",
    "outputs: [sum]\ncorrelations: { inputs: [u, price], matrix: [[1, 0.5], [0.5, 1]] }",
    "8:29",
    /price is not an uncertain input/,
  ],
  [
    "a correlation matrix with an input twice",
    "outputs: [sum]\ncorrelations: { inputs: [u, u], matrix: [[1, 0.5], [0.5, 1]] }",
    "8:29",
    /u stands in the list twice/,
  ],
  [
    "an unknown way to repair correlations",
    "outputs: [sum]\ncorrelations: []\ncorrelations_repair: closest",
    "9:22",
    /correlations_repair/,
  ],
  [
    "expectation on an unknown price",
    "outputs: [sum]\nexpect:\n  - { against: P, probability: [0, 1] }",
    "9:16",
    /P is not one of the prices/,
  ],
  [
    "expectation upside down",
    "outputs: [sum]\nexpect:\n  - { output: sum, percentile: 50, between: [5, 1] }",
    "9:",
    /runs from 5 down to 1/,
  ],
  ["no draws", "outputs: [sum]\nrun: { draws: 0 }", "8:15", /at least 400/],
  ["half a draw", "outputs: [sum]\nrun: { draws: 1000.5 }", "8:15", /whole number/],
  [
    "precision of an unknown output",
    "outputs: [sum]\nrun: { until: { output: summ, percentile: 50, relative_error: 0.01 } }",
    "8:25",
    /summ is not one of the outputs\. Did you mean sum\?/,
  ],
  [
    "precision against an unknown price",
    "outputs: [sum]\nprices: { Ours: 1 }\nrun: { until: { against: Our, probability_error: 0.01 } }",
    "9:26",
    /Our is not one of the prices\. Did you mean Ours\?/,
  ],
  [
    "precision beyond reach",
    "outputs: [sum]\nrun: { until: { output: sum, percentile: 50, relative_error: 0 } }",
    "8:62",
    /relative_error must be above 0; got 0/,
  ],
  [
    "precision in the wrong terms",
    "outputs: [sum]\nrun: { until: { output: sum, percentile: 50, probability_error: 0.1 } }",
    "8:",
    /unknown key probability_error/,
  ],
  [
    "ceiling below the draws to start with",
    "outputs: [sum]\nrun: { until: { output: sum, percentile: 50, relative_error: 0.1, draws_max: 1e5 } }",
    "8:78",
    /draws_max is 100000, but the run starts with 131072 draws/,
  ],
  ["null seed", "outputs: [sum]\nrun: { seed: ~ }", "8:14", /seed/],
  ["unknown method", "outputs: [sum]\nrun: { method: sobolev }", "8:16", /method/],
  [
    "unknown model",
    "model: token-costs\noutputs: [sum]",
    "7:8",
    /no model token-costs.*Did you mean token-cost\?/,
  ],
  [
    "executable link",
    'outputs: [sum]\nprices:\n  p: { price: 1, source: "javascript:alert(1)" }',
    "9:26",
    /http/,
  ],
  [
    "top-level slip",
    "outputs: [sum]\ncorelations: []",
    "8:1",
    /unknown key corelations\. Did you mean correlations\?/,
  ],
];

describe("a scenario that is wrong", () => {
  it.each(WRONG_SCENARIOS)("%s: has its place, what is wrong and a mend", (_, rest, at, says) => {
    const problems = problemsOf(scenario(rest));
    const lines = problems.map(
      ({ line, column, message, fix }) => `${line}:${column}: ${message}. ${fix}`,
    );
    expect(
      lines.filter((line) => line.startsWith(at) && says.test(line)),
      lines.join("\n"),
    ).not.toEqual([]);
  });

  it("lists every problem of the file at once, each in its place", () => {
    const lines = problemsOf(`name: a
inputs:
  x: { distribution: normal, mean: 1, sd: -1 }
  y: { value: 1, unit: dolar }
formulas:
  c: x + nothing
outputs: [c, d]
`).map(({ line }) => line);
    expect(lines).toEqual([3, 4, 6, 7]);
  });

  it("goes on past entries of the wrong shape to those that make no sense", () => {
    const problems = problemsOf(`name: a
inputs:
  x: { distribution: normal, mean: 1, sdd: 2 }
  y: { value: 1, unit: USD }
formulas:
  c: x + y
  d: y + 1
outputs: [c, d]
run: { draws: 5 }
`);
    expect(problems.map(({ line }) => line)).toEqual([3, 7, 9]);
  });

  it("refuses an override of a model quantity in another unit", () => {
    const [problem] = problemsOf(
      "name: a\nmodel: token-cost\ninputs:\n  utilization: { value: 1, unit: USD }\n",
    );
    expect(problem!.message).toBe("utilization is measured in 1; USD does not fit");
  });

  it("refuses correlations that cannot hold together and shows the nearest that can", () => {
    const rho = (a: string, b: string, rank: number): string =>
      `  - { between: [${a}, ${b}], rank: ${rank} }\n`;
    const problems = problemsOf(
      `name: a\ninputs:\n  x: "1 to 2"\n  y: "1 to 2"\n  z: "1 to 2"\nformulas: { c: x * y * z }\noutputs: [c]\ncorrelations:\n${rho("x", "y", 0.9)}${rho("y", "z", 0.9)}${rho("x", "z", -0.9)}`,
    );
    expect(problems[0]!.message).toMatch(/cannot hold together/);
    expect(problems[0]!.fix).toBe(
      "Write the nearest that can: x and y 0.48, x and z -0.48, y and z 0.48, or add correlations_repair: nearest",
    );
  });
});
