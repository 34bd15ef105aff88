import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { InvalidScenario } from "../../src/scenario/problem.js";
import { scenarioJsonSchema } from "../../src/scenario/schema.js";

const HEAD = `name: a
inputs:
  volume: { value: 2, unit: Ttoken/year }
  rate: { value: 10, unit: "%/year" }
  server_price: { value: 300000, unit: USD }
formulas:
  cost: { formula: 3 USD/Mtoken * 0.9^years_passed, unit: USD/Mtoken }
outputs: [cost]
`;
const LINES = HEAD.split("\n").length - 1;
const GOOD = {
  ...{ years: "5", investment: "10 * server_price", cash: "volume * (4 USD/Mtoken - cost)" },
  ...{ discount: "rate", price: "4 USD/Mtoken * 0.8^years_passed" },
};

/** A horizon in which some lines are others. */
function horizon(parts: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ ...GOOD, ...parts }).map(([key, value]) => `  ${key}: ${value}`);
  return `horizon:\n${lines.join("\n")}\n`;
}

/** Every problem as `line:column: message. fix`, lines counted from `horizon`. */
function problemsOf(text: string, head = HEAD): readonly string[] {
  try {
    parseScenario("a.yaml", head + text);
  } catch (error) {
    if (!(error instanceof InvalidScenario)) throw error;
    return error.problems.map((p) => `${p.line - LINES}:${p.column}: ${p.message}. ${p.fix}`);
  }
  return [];
}

const WRONG: readonly [what: string, parts: Readonly<Record<string, string>>, says: RegExp][] = [
  ["half a year", { years: "2.5" }, /^2:10: .*whole/],
  ["no year", { years: "0" }, /^2:10: .*1/],
  ["too many years", { years: "31" }, /^2:10: .*30/],
  ["years in words", { years: "five" }, /^2:10: .*number/],
  ["an investment by the year", { investment: "volume * cost" }, /^3:15: investment is in USD; /],
  ["a pure number", { investment: "7" }, /^3:15: investment is in USD; this one is a pure number/],
  ["cash once and for all", { cash: "server_price" }, /^4:9: cash is in USD\/year; .*in USD\. /],
  ["a rate without a time", { discount: "10%" }, /^5:13: discount is in 1\/year; .*10 %\/year/],
  ["a price of something else", { price: "3 USD" }, /^6:10: price is in USD\/Mtoken; .*cost/],
  ["a misspelt name", { cash: "volum * cost" }, /^4:9: there is no quantity volum\./],
  ["a broken formula", { cash: "volume *" }, /^4:17: /],
  [
    "the unit for the count",
    { price: "4 USD/Mtoken * 0.8^year" },
    /^6:29: the unit year .*years_passed/,
  ],
  ["an unknown key", { yeers: "3" }, /^7:3: unknown key yeers/],
];

describe("a horizon", () => {
  it("is read with its formulas as written", () => {
    const { horizon: found, quantities } = parseScenario("a.yaml", HEAD + horizon());
    expect(found).toEqual({ ...GOOD, years: 5 });
    expect(quantities.at(-1)).toMatchObject({ name: "years_passed", unit: "1" });
  });

  it("needs no price, and may cost and bring nothing", () => {
    const text = "horizon: { years: 1, investment: 0, cash: 0, discount: 0 }";
    const { horizon: found } = parseScenario("a.yaml", HEAD + text);
    expect(found).toEqual({ years: 1, investment: "0", cash: "0", discount: "0" });
  });

  it.each(WRONG)("with %s is refused with its place and mend", (_, parts, says) => {
    const problems = problemsOf(horizon(parts));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(says);
  });

  it("with a part left out says which", () => {
    const problems = problemsOf("horizon: { years: 2, investment: 0, cash: 0 }\n");
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/discount/);
  });

  it("counts the years itself", () => {
    const head = HEAD.replace("  rate:", "  years_passed: 3\n  rate:");
    expect(problemsOf(horizon(), head)).toEqual([
      "-4:3: years_passed is counted by the horizon. Leave it out, or rename it",
    ]);
  });

  it("is what years_passed needs", () => {
    expect(problemsOf("")).toEqual([
      expect.stringMatching(/^-1:\d+: cost: there is no quantity years_passed/),
    ]);
  });

  it("is none where the file says nothing", () => {
    const { horizon: found, quantities } = parseScenario(
      "a.yaml",
      HEAD.replace(" * 0.9^years_passed", ""),
    );
    expect(found).toBeUndefined();
    expect(quantities.map(({ name }) => name)).not.toContain("years_passed");
  });

  it("stands in the JSON Schema", () => {
    const { properties } = scenarioJsonSchema() as { properties: Record<string, object> };
    expect(properties["horizon"]).toMatchObject({
      required: ["years", "investment", "cash", "discount"],
    });
  });

  it("is as its page shows it", () => {
    const page = readFileSync(new URL("../../docs/over-time.md", import.meta.url), "utf8");
    const [, text] = /```yaml\n(.*?)```/s.exec(page)!;
    expect(parseScenario("page.yaml", text!).horizon!.years).toBe(5);
  });
});
