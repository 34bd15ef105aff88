import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { InvalidScenario } from "../../src/scenario/problem.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { scenarioJsonSchema } from "../../src/scenario/schema.js";

const HEAD = `name: a
inputs:
  power: 0.05 to 0.1 USD/kWh
  lifetime: { value: 4, unit: year }
  busy: { distribution: beta, mean: 0.6, sd: 0.1 }
switches:
  market: { cases: [{ name: glut, weight: 1, inputs: { power: 0.01 to 0.02 USD/kWh } }, { name: boom, weight: 1 }] }
formulas:
  cost: { formula: power / busy, unit: USD/kWh }
outputs: [cost]
prices: { Grid: { price: 10, unit: USD/MWh } }
`;

/** Lines of HEAD before what a test adds. */
const LINES = HEAD.split("\n").length - 1;

function parse(text: string): Scenario {
  return parseScenario("a.yaml", HEAD.replace("USD/MWh", "USD/kWh") + text);
}

/** Every problem as `line:column: message. fix`, lines counted from what the test adds. */
function problemsOf(text: string): string[] {
  try {
    parse(text);
  } catch (error) {
    if (!(error instanceof InvalidScenario)) throw error;
    return error.problems.map((p) => `${p.line - LINES}:${p.column}: ${p.message}. ${p.fix}`);
  }
  return [];
}

const WRONG: readonly [what: string, text: string, says: RegExp][] = [
  [
    "an unknown quantity",
    "stress:\n  A: { set: { lifetme: 2 } }",
    /^2:15: lifetme .*mean lifetime\?/,
  ],
  [
    "a foreign unit",
    "stress:\n  A: { set: { lifetime: 2 kWh } }",
    /^2:25: lifetime is measured in/,
  ],
  [
    "an unreadable amount",
    "stress:\n  A: { set: { lifetime: soon } }",
    /^2:25: cannot read "soon"/,
  ],
  [
    "an impossible distribution",
    "stress:\n  A: { set: { busy: { distribution: uniform, min: 2, max: 1 } } }",
    /^2:59: min must be below max/,
  ],
  [
    "a case of no switch",
    "stress:\n  A: { set: { market: bom } }",
    /^2:23: market has no case "bom"\. Did you mean boom\?/,
  ],
  [
    "a switch times two",
    "stress:\n  A: { multiply: { market: 2 } }",
    /^2:20: market is a switch.*glut/,
  ],
  [
    "a quantity twice",
    "stress:\n  A: { set: { busy: 0.5 }, multiply: { busy: 2 } }",
    /^2:40: busy is set already/,
  ],
  ["an empty shock", "stress:\n  A: {}", /^2:3: this shock changes nothing/],
  [
    "a factor in words",
    "stress:\n  A: { multiply: { busy: twice } }",
    /^2:26: busy must be a number; got "twice"/,
  ],
  ["an unknown key", "stress:\n  A: { shift: { busy: 2 } }", /^2:8: unknown key shift/],
  ["a misspelt name", "given:\n  A: bsy > 60%", /^2:6: there is no quantity bsy\. Write busy/],
  ["clashing units", "given:\n  A: power > 60%", /^2:6: cannot compare USD\/J with a pure number/],
  ["what compares nothing", "given:\n  A: busy", /^2:6: this is no condition/],
  ["a broken formula", "given:\n  A: busy >", /^2:\d+: /],
  [
    "one option",
    "decision: { options: { Stay: 0 } }",
    /^1:\d+: a decision has two options or more/,
  ],
  [
    "a payoff in no money",
    "decision: { options: { Run: busy, Stay: 0 } }",
    /^1:29: a payoff is in USD or USD\/year; this one is in 1/,
  ],
  ["a payoff without unit", "decision: { options: { Run: 5, Stay: 0 } }", /this one is in 1/],
  [
    "two kinds of payoff",
    "decision: { options: { Run: 5 USD, Walk: 5 USD/year } }",
    /^1:36: this pays in USD\/year, but Run pays in USD\./,
  ],
  [
    "an unknown price",
    "decision: { options: { Run: { volume: 1 GWh/year, price: Grd }, Stay: 0 } }",
    /^1:58: Grd is not one of the prices\. Did you mean Grid\?/,
  ],
  [
    "a broken volume",
    "decision: { options: { Run: { volume: 1 GWh/yaer, price: Grid }, Stay: 0 } }",
    /^1:\d+: /,
  ],
];

describe("what a scenario declares beyond its prices", () => {
  it.each(WRONG)("refuses %s, with its place and mend", (_, text, says) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(says);
  });

  it("reports the problems of all three together", () => {
    const text = "stress:\n  A: {}\ngiven:\n  B: busy\ndecision:\n  options: { Stay: 0 }";
    expect(problemsOf(text)).toHaveLength(3);
  });

  it("resolves shocks to numbers, distributions, cases and factors", () => {
    const { stress } = parse(
      'stress:\n  A: { set: { lifetime: "24 month", busy: 0.5 to 0.7, market: boom }, multiply: { power: 2 }, source: S }',
    );
    expect(stress).toEqual([
      {
        name: "A",
        source: "S",
        changes: [
          {
            kind: "set",
            of: "lifetime",
            unit: "month",
            definition: { kind: "constant", value: 24 },
          },
          {
            kind: "set",
            of: "busy",
            unit: "1",
            definition: {
              kind: "distribution",
              spec: { distribution: "lognormal", parameters: { p5: 0.5, p95: 0.7 } },
            },
          },
          {
            kind: "set",
            of: "market",
            unit: "1",
            definition: { kind: "constant", value: 1, cases: ["glut", "boom"] },
          },
          { kind: "multiply", of: "power", factor: 2 },
        ],
      },
    ]);
  });

  it("takes a product of comparisons as *and*, a maximum as *or*", () => {
    const text =
      "given:\n  A: (busy > 60%) * (power < 0.07 USD/kWh)\n  B: max(busy > 0.9, market == 1)";
    expect(parse(text).given.map(({ name }) => name)).toEqual(["A", "B"]);
  });

  it("writes the payoff of a volume at a price out as a formula", () => {
    const text = "decision: { options: { Run: { volume: 1 GWh/year, price: Grid }, Stay: 0 } }";
    expect(parse(text).decision).toEqual({
      unit: "USD/year",
      options: [
        { name: "Run", formula: "(1 GWh/year) * (10 USD/kWh - cost)" },
        { name: "Stay", formula: "0" },
      ],
    });
  });

  it("declares none of it where the file says nothing", () => {
    expect(parse("")).toMatchObject({ stress: [], given: [], decision: undefined });
  });

  it("stands in the JSON Schema", () => {
    const { properties } = scenarioJsonSchema() as { properties: Record<string, unknown> };
    expect(Object.keys(properties)).toEqual(
      expect.arrayContaining(["stress", "given", "decision"]),
    );
  });

  it("is as its page shows it", () => {
    const page = readFileSync(new URL("../../docs/what-if.md", import.meta.url), "utf8");
    const [, text] = /```yaml\n(.*?)```/s.exec(page)!;
    const { stress, given, decision } = parseScenario("page.yaml", text!);
    expect([stress.length, given.length, decision!.options.length]).toEqual([3, 2, 2]);
  });
});
