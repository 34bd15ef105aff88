import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { InvalidScenario } from "../../src/scenario/problem.js";
import { scenarioJsonSchema } from "../../src/scenario/schema.js";

/** Every problem of a scenario as `line:column: message. fix`. */
function problemsOf(text: string, overrides?: ReadonlyMap<string, number | string>): string[] {
  try {
    parseScenario("a.yaml", `name: a\n${text}`, overrides);
  } catch (error) {
    if (!(error instanceof InvalidScenario)) throw error;
    return error.problems.map((p) => `${p.line}:${p.column}: ${p.message}. ${p.fix}`);
  }
  return [];
}

const mean = (parameter: string, sd = "1"): string =>
  `outputs: [x]\ninputs:\n  x: { distribution: normal, mean: ${parameter}, sd: ${sd}, unit: USD }`;

const WRONG_PARAMETERS: readonly [what: string, text: string, says: RegExp][] = [
  [
    "an unknown distribution",
    mean("{ distribution: unifrom, min: 1, max: 2 }"),
    /^4:52: unknown distribution "unifrom"\. Did you mean uniform\?/,
  ],
  [
    "an unknown key",
    mean("{ distribution: normal, mean: 1, sdd: 2 }"),
    /^4:69: unknown key sdd\. Did you mean sd\?/,
  ],
  [
    "an incomplete set",
    mean("{ distribution: normal, mean: 1 }"),
    /^4:30: normal takes mean and sd.*got mean/,
  ],
  [
    "values out of order",
    mean("{ distribution: uniform, min: 3, max: 2 }"),
    /^4:74: min must be below max; got 3 and 2/,
  ],
  [
    "another unit",
    mean("{ distribution: uniform, min: 1, max: 2, unit: GPU }"),
    /^4:83: x\.mean is measured in USD; GPU does not fit/,
  ],
  ["another unit in short", mean("1 to 2 GPU"), /^4:36: x\.mean is measured in USD; GPU does not/],
  ["an unreadable amount", mean("about 5"), /^4:36: cannot read "about 5" as an amount/],
  ["a list", mean("[1, 2]"), /^4:36: mean must be a number or text or a mapping; got a list of 2/],
  [
    "an uncertain parameter of its own",
    mean("{ distribution: uniform, min: 1 to 2, max: 3 }"),
    /^4:66: min must be a number; got "1 to 2"/,
  ],
  [
    "a unit on a pure number",
    "outputs: [x]\ninputs:\n  x: { distribution: gamma, shape: 1 to 2 USD, scale: 2, unit: USD }",
    /^4:36: x\.shape is measured in 1; USD does not fit/,
  ],
  [
    "a constant's value",
    "outputs: [x]\ninputs:\n  x: { value: { distribution: uniform, min: 1, max: 2 } }",
    /^4:15: value must be a number; got a mapping/,
  ],
  [
    "an incomplete set around it",
    "outputs: [x]\ninputs:\n  x: { distribution: normal, mean: 1 to 2 }",
    /^4:3: normal takes mean and sd.*got mean\./,
  ],
  [
    "a range that overlaps another",
    "outputs: [x]\ninputs:\n  x: { distribution: lognormal, p5: 1 to 3, p95: 2 to 5 }",
    /^4:\d+: some draws of the parameters of x contradict each other: p5 must be below p95.*allow_undefined/,
  ],
  [
    "a range that leaves its bounds",
    mean("1 to 2", "{ distribution: normal, mean: 1, sd: 1 }"),
    /^4:\d+: some draws of the parameters of x contradict each other: sd must be above 0/,
  ],
  [
    "fractions of a trial",
    "outputs: [x]\ninputs:\n  x: { distribution: binomial, n: { distribution: uniform, min: 10, max: 20 }, p: 0.3 }",
    /^4:\d+: some draws .* n must be a whole number/,
  ],
];

describe("an uncertain parameter that is wrong", () => {
  it.each(WRONG_PARAMETERS)("%s: one problem, its place and a mend", (_, text, says) => {
    const problems = problemsOf(text);
    expect(problems.join("\n")).toMatch(says);
    expect(problems).toHaveLength(1);
  });

  it("does not hide what else is wrong with the input", () => {
    const text = mean("{ distribution: uniform, min: 3, max: 2 }").replace("USD", "dollars");
    expect(problemsOf(text)).toHaveLength(2);
  });

  it("may overlap where draws without a value are accepted, or never meet", () => {
    const overlap =
      "outputs: [x]\ninputs:\n  x: { distribution: lognormal, p5: 1 to 3, p95: 2 to 5 }";
    expect(problemsOf(`${overlap}\nrun: { allow_undefined: true }`)).toEqual([]);
    // These two cross in 25 draws of a million, the next in one of ten million.
    expect(problemsOf(overlap.replace("2 to 5", "6 to 9"))).toHaveLength(1);
    expect(problemsOf(overlap.replace("2 to 5", "9 to 12"))).toEqual([]);
    const touching = "{ distribution: uniform, min: 2, max: 3 }";
    expect(
      problemsOf(`outputs: [x]\ninputs:\n  x: { distribution: normal, p5: ${touching}, p95: 3 }`),
    ).toEqual([]);
  });

  it("is the same as a plain number where it is stated as an amount", () => {
    const of = (text: string) => parseScenario("a.yaml", `name: a\n${text}`).quantities[0];
    expect(of(mean("2k USD"))).toEqual(of(mean("2000")));
    expect(of(mean("{ value: 2, unit: kUSD }"))).toEqual(of(mean("2000")));
  });

  it("is no name for a formula, but one for a correlation", () => {
    const text = `outputs: [c]
inputs:
  x: { distribution: lognormal, p5: 1 to 2, p95: 4 to 5 }
formulas: { c: x }
correlations: [{ between: [x.p5, x.p95], rank: 0.5 }]`;
    expect(problemsOf(text)).toEqual([]);
    expect(problemsOf(text.replace("c: x ", "c: x_p5 "))[0]).not.toMatch(/Did you mean x\.p5/);
    expect(problemsOf(text.replace("x.p95]", "x.p59]"))[0]).toMatch(
      /^6:34: x\.p59 is not a quantity of this scenario\. Did you mean x\.p/,
    );
  });
});

const START = `outputs: [cost]
inputs:
  price: { distribution: lognormal, p5: 1, p95: 2, unit: USD }
  share: 0.5
formulas: { cost: price * share }
switches:
`;

/** A switch whose first case holds `inputs`, which start at 10:43. */
const cases = (inputs: string, more = ""): string =>
  `${START}  m:
    cases:
      - { name: low, weight: 1, inputs: { ${inputs} } }
      - { name: high, weight: 1 }
${more}`;

const WRONG_SWITCHES: readonly [what: string, text: string, says: RegExp][] = [
  ["an unknown input", cases("prize: 3"), /^10:43: prize is not an input.*Did you mean price\?/],
  ["a formula", cases("cost: 3"), /^10:43: cost is a formula; a case sets inputs/],
  ["itself", cases("m: 1"), /^10:43: m is a switch/],
  ["a hidden parameter", cases("price.p5: 1"), /^10:43: price\.p5 is not an input/],
  ["another unit", cases("price: 1 to 2 GPU"), /^10:50: price is measured in USD; GPU does not/],
  ["an unknown unit", cases("price: 1 to 2 dollars"), /^10:\d+: dollars is not a known unit/],
  ["nothing", cases("price: ~"), /^10:50: price must be a number or text or a mapping; got null/],
  [
    "an unknown key of an input",
    cases("price: { distribution: normal, mean: 3, sdd: 2 }"),
    /^10:83: unknown key sdd\. Did you mean sd\?/,
  ],
  [
    "values out of range",
    cases("price: { distribution: normal, mean: 3, sd: -2 }"),
    /^10:87: sd must be above 0; got -2/,
  ],
  [
    "parameters that contradict each other",
    cases("price: { distribution: lognormal, p5: 1 to 3, p95: 2 to 5 }"),
    /^10:\d+: some draws of the parameters of price\.low contradict each other/,
  ],
  [
    "inputs that are a number",
    `${START}  m: { cases: [{ name: a, weight: 1, inputs: 5 }, { name: b, weight: 1 }] }`,
    /^8:\d+: inputs must be a mapping; got 5/,
  ],
  [
    "a single case",
    `${START}  m: { cases: [{ name: a, weight: 1 }] }`,
    /^8:\d+: cases must be at least 2 entries long/,
  ],
  [
    "a case twice",
    cases("share: 1", "      - { name: low, weight: 1 }"),
    /^12:17: the case low is listed twice/,
  ],
  [
    "a case without a weight",
    cases("share: 1", "      - { name: mid }"),
    /^12:9: weight is missing/,
  ],
  [
    "a negative weight",
    cases("share: 1", "      - { name: mid, weight: -1 }"),
    /^12:30: weight must be at least 0; got -1/,
  ],
  [
    "a misspelt weight",
    cases("share: 1", "      - { name: mid, wieght: 1, weight: 1 }"),
    /^12:22: unknown key wieght\. Did you mean weight\?/,
  ],
  [
    "a name with a space",
    cases("share: 1", "      - { name: a b, weight: 1 }"),
    /^12:17: name: a case is a letter/,
  ],
  [
    "a number for a name",
    cases("share: 1", "      - { name: 3, weight: 1 }"),
    /^12:17: name must be text; got 3/,
  ],
  [
    "weights of 0",
    `${START}  m: { cases: [{ name: a, weight: 0 }, { name: b, weight: 0 }] }`,
    /^8:8: the weights of its cases are all 0/,
  ],
  [
    "a misspelt key",
    cases("share: 1", "    labl: M"),
    /^12:5: unknown key labl\. Did you mean label\?/,
  ],
  [
    "a list of switches",
    START.replace("switches:\n", "switches: [1]"),
    /^7:11: switches must be a mapping/,
  ],
  ["a number", `${START}  m: 5`, /^8:6: m must be a mapping; got 5/],
  [
    "a quantity's name",
    cases("share: 1").replace("  m:", "  share:"),
    /^8:3: share is a quantity already/,
  ],
  ["a function's name", cases("share: 1").replace("  m:", "  exp:"), /^8:3: exp is a function/],
  [
    "an input that another switch sets",
    cases(
      "share: 1",
      "  n: { cases: [{ name: a, weight: 1, inputs: { share: 2 } }, { name: b, weight: 1 }] }",
    ),
    /^12:\d+: share is set by the switch m already/,
  ],
  [
    "a switch that another one sets",
    cases(
      "share: 1",
      "  n: { cases: [{ name: a, weight: 1, inputs: { m: 2 } }, { name: b, weight: 1 }] }",
    ),
    /^12:\d+: m is a switch; a case sets inputs/,
  ],
  [
    "the section misspelt",
    cases("share: 1").replace("switches", "swiches"),
    /^7:1: unknown key swiches\. Did you mean switches\?/,
  ],
];

describe("a switch that is wrong", () => {
  it.each(WRONG_SWITCHES)("%s: one problem, its place and a mend", (_, text, says) => {
    const problems = problemsOf(text);
    expect(problems.join("\n")).toMatch(says);
    expect(problems).toHaveLength(1);
  });

  it("is not called unknown where a formula uses it", () => {
    expect(problemsOf(cases("prize: 3").replace("price * share", "price * m"))).toHaveLength(1);
    const misshapen = `${START.replace("price * share", "price * m")}  m: 5`;
    expect(problemsOf(misshapen)).toHaveLength(1);
  });

  it("says which cases there are when asked for another", () => {
    const fix = (value: string | number) => problemsOf(cases("share: 1"), new Map([["m", value]]));
    expect(fix("hig")).toEqual(['8:3: m has no case "hig". Did you mean high?']);
    expect(fix(2)).toEqual(["8:3: m has no case 2. Its cases: low, high"]);
    expect(fix("high")).toEqual([]);
  });
});

describe("what depends on other inputs, in size", () => {
  it("is taken in linear time: 3,000 uncertain parameters, 300 cases of 20 inputs", () => {
    const inputs = Array.from(
      { length: 1500 },
      (_, k) => `  x${k}: { distribution: lognormal, p5: 1 to 2, p95: 4 to 5 }\n`,
    );
    const set = Array.from({ length: 20 }, (_, k) => `x${k}: ${k}`).join(", ");
    const many = Array.from(
      { length: 300 },
      (_, k) => `      - { name: c${k}, weight: 1, inputs: { ${set} } }\n`,
    );
    const text = `outputs: [x0]\ninputs:\n${inputs.join("")}switches:\n  m:\n    cases:\n${many.join("")}`;
    const started = performance.now();
    const { quantities } = parseScenario("a.yaml", `name: a\n${text}`);
    expect(quantities).toHaveLength(4501);
    expect(performance.now() - started).toBeLessThan(8000);
  });

  it("has no more than 1,000 cases", () => {
    const many = Array.from({ length: 1001 }, (_, k) => `{ name: c${k}, weight: 1 }`);
    expect(problemsOf(`${START}  m: { cases: [${many.join(", ")}] }`)).toEqual([
      "8:15: cases must be at most 1000 entries long; got a list of 1001. Change it",
    ]);
  });

  it("is in the JSON Schema, each shape once", () => {
    const schema = scenarioJsonSchema() as {
      properties: Record<string, object>;
      $defs: Record<string, object>;
    };
    expect(Object.keys(schema.properties)).toContain("switches");
    // A mixture's components may be mixtures: the schema refers to itself by a name of zod's own.
    const named = Object.keys(schema.$defs).filter((name) => !name.startsWith("__"));
    expect(named.sort()).toEqual(["component", "input", "parameter"]);
    expect(JSON.stringify(schema).length).toBeLessThan(100_000);
  });
});

describe("the documentation of inputs that depend on others", () => {
  it("shows a scenario that is sound", () => {
    const page = new URL("../../docs/conditional-inputs.md", import.meta.url);
    const [, text] = /```yaml\n([^]*?)```/.exec(readFileSync(page, "utf8"))!;
    const { quantities } = parseScenario("docs.yaml", text!);
    const kinds = new Map(quantities.map(({ name, definition }) => [name, definition.kind]));
    expect(["server_price", "rental_price", "utilization"].map((name) => kinds.get(name))).toEqual(
      Array(3).fill("conditional"),
    );
  });
});
