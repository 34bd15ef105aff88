import { expect, it } from "vitest";
import { assumptions } from "../../src/report/sections/assumptions.js";
import { isOnCalendar } from "../../src/scenario/is-on-calendar.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { InvalidScenario } from "../../src/scenario/problem.js";
import { scenarioJsonSchema } from "../../src/scenario/schema.js";
import type { Quantity } from "../../src/models/quantity.js";
import { describeAssumption } from "../../src/summary/assumptions.js";
import { edgeCases } from "../report/fixtures.js";

const STATED = `name: a
inputs:
  power: { distribution: uniform, min: 1, max: 2, source: A bill, owner: Ada, date: 2026-03-31 }
  rent: { value: 3, owner: Bob, date: 2026-02 }
  life:
    { distribution: normal, mean: { distribution: uniform, min: 4, max: 5 }, sd: 1, owner: Ada, date: 2025-07-01 }
switches:
  market:
    owner: Cyd
    date: 2024-05
    cases:
      - { name: glut, weight: 1, inputs: { power: 1 to 2 } }
      - { name: boom, weight: 1, inputs: { power: { value: 2, source: A talk, grade: C } } }
formulas:
  cost: power * rent * life
outputs: [cost]
`;

function quantityOf(name: string): Quantity {
  return parseScenario("a.yaml", STATED).quantities.find((one) => one.name === name)!;
}

function problemsOf(text: string): string[] {
  try {
    parseScenario("a.yaml", text);
  } catch (error) {
    if (!(error instanceof InvalidScenario)) throw error;
    return error.problems.map((p) => `${p.line}:${p.column}: ${p.message}. ${p.fix}`);
  }
  return [];
}

it("keeps who answers for a number and its date, and hands them to its parts", () => {
  expect(quantityOf("rent")).toMatchObject({ owner: "Bob", date: "2026-02" });
  expect(quantityOf("life.mean")).toMatchObject({ owner: "Ada", date: "2025-07-01" });
  expect(quantityOf("market")).toMatchObject({ owner: "Cyd", date: "2024-05" });
  expect(describeAssumption(quantityOf("rent"))).toMatchObject({ owner: "Bob", date: "2026-02" });
});

it("lends the date of a switch to no source but its own", () => {
  // One case has a source of its own without a date.
  expect(quantityOf("power")).toMatchObject({ owner: "Cyd" });
  expect(quantityOf("power").date).toBeUndefined();
});

it.each([
  ["2026-02-30", '3:34: date: there is no such day; got "2026-02-30". Correct it'],
  [
    "31.03.2026",
    '3:34: date: a date is year-month-day; got "31.03.2026". Write it like 2026-03-31',
  ],
  ["2026", "3:34: date must be text; got 2026. Put it in quotes"],
])("refuses %s as a date and says where and how to mend it", (date, problem) => {
  const text = `name: a\ninputs:\n  x: { value: 1, owner: A, date: ${date} }\noutputs: [x]\n`;
  expect(problemsOf(text)).toEqual([problem]);
});

it("knows the days of the calendar", () => {
  for (const date of ["2024-02-29", "2026-12", "2026-12-31"]) {
    expect(isOnCalendar(date), date).toBe(true);
  }
  for (const date of ["2026-02-29", "2026-13", "2026-04-31", "2026-00-01"]) {
    expect(isOnCalendar(date), date).toBe(false);
  }
});

it("is offered to editors", () => {
  const schema = JSON.stringify(scenarioJsonSchema());
  expect(schema.includes('"owner":{"description":"Who answers for it"')).toBe(true);
  expect(schema.includes("2026-03-31, or 2026-03")).toBe(true);
});

it("has a column in the register only where anybody states it", () => {
  const usual = edgeCases()["usual"]!;
  const headings = (markup: string): string[] =>
    [...markup.matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, title]) => title!);
  expect(headings(assumptions(usual)!.markup)).not.toContain("Owner");
  const [first, ...others] = usual.assumptions;
  const owned = {
    ...usual,
    assumptions: [{ ...first!, owner: "<Ada>", date: "2026-03" }, ...others],
  };
  const { markup } = assumptions(owned)!;
  expect(headings(markup)).toContain("Owner");
  expect(markup).toContain('<span class="note">2026-03</span>');
  expect(markup).toContain("&lt;Ada&gt;");
  expect(markup).toContain("no owner");
});
