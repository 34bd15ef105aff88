import { describe, expect, it } from "vitest";
import { simulate } from "../../src/pipeline.js";
import type { Overrides } from "../../src/scenario/overrides.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import type { Summary } from "../../src/summary/summary.js";

const SCENARIO = `name: a
inputs:
  power: { distribution: lognormal, p5: 0.05, p95: 0.1, unit: USD/kWh }
  busy: { distribution: beta, mean: 0.6, sd: 0.1 }
  fee: { value: 3, unit: USD/MWh }
  staff: { distribution: normal, mean: { distribution: uniform, min: 1, max: 2 }, sd: 0.2, unit: USD/MWh }
  rent: { distribution: uniform, min: 1, max: 3, unit: USD/MWh }
switches:
  market:
    cases:
      - { name: glut, weight: 1, inputs: { rent: { distribution: uniform, min: 0, max: 1, unit: USD/MWh } } }
      - { name: boom, weight: 2 }
formulas:
  energy: { formula: power / busy, unit: USD/MWh }
  cost: { formula: energy + fee + staff + rent, unit: USD/MWh }
correlations: [{ between: [power, busy], rank: 0.5 }]
outputs: [cost, energy]
prices: { Grid: { price: 140, unit: USD/MWh } }
`;

async function summaryOf(text: string, overrides?: Overrides): Promise<Summary> {
  const scenario = parseScenario("a.yaml", text, overrides);
  return simulate(scenario, inlineEvaluator);
}

const run = (method: string): string => `run: { draws: 8192, method: ${method} }\n`;

/** Shocks, and the same as a scenario of its own. */
const SHOCKS: readonly [
  what: string,
  shock: string,
  text: (own: string) => string,
  set?: Overrides,
][] = [
  [
    "a number for an uncertain input",
    "set: { busy: 0.4 }",
    (own) => own.replace("power / busy", "power / 0.4 + 0 USD/kWh * busy"),
  ],
  [
    "a number for a number, in another unit",
    "set: { fee: 0.5 USD/kWh }",
    (own) => own.replace("value: 3", "value: 500"),
  ],
  [
    "a number for a formula",
    "set: { energy: 100 USD/MWh }",
    (own) => own.replace("formula: power / busy", "formula: 100 USD/MWh + 0 * power / busy"),
  ],
  [
    "another distribution",
    "set: { power: { distribution: uniform, min: 0.1, max: 0.2 } }",
    (own) => own.replace("lognormal, p5: 0.05, p95: 0.1", "uniform, min: 0.1, max: 0.2"),
  ],
  [
    "a distribution for a number",
    "set: { fee: { distribution: uniform, min: 0, max: 40 } }",
    (own) => own.replace("{ value: 3,", "{ distribution: uniform, min: 0, max: 40,"),
  ],
  [
    "an uncertain parameter",
    "set: { staff.mean: 1.2 }",
    (own) => own,
    new Map([["staff.mean", 1.2]]),
  ],
  ["a case of a switch", "set: { market: boom }", (own) => own, new Map([["market", "boom"]])],
  ["a switched input", "set: { rent: 2 }", (own) => own, new Map([["rent", 2]])],
  [
    "an input times two",
    "multiply: { power: 2 }",
    (own) => own.replace("formula: power /", "formula: 2 * power /"),
  ],
  ["a number times two", "multiply: { fee: 2 }", (own) => own.replace("value: 3", "value: 6")],
  [
    "a formula times two",
    "multiply: { energy: 2 }",
    (own) => own.replace("energy +", "2 * energy +"),
  ],
  [
    "a switched input times two",
    "multiply: { rent: 2 }",
    (own) => own.replace("+ rent", "+ 2 * rent"),
  ],
  [
    "several at once",
    "set: { busy: 0.5 }, multiply: { fee: 10, power: 3 }",
    (own) =>
      own
        .replace("value: 3", "value: 30")
        .replace("power / busy", "3 * power / 0.5 + 0 USD/kWh * busy"),
  ],
];

describe.each(["sobol", "lhs", "random"])("a shock, %s draws", (method) => {
  it.each(SHOCKS)(
    "of %s is the scenario that has it, draw for draw",
    async (_, shock, text, set) => {
      const { stress } = await summaryOf(`${SCENARIO}${run(method)}stress: { A: { ${shock} } }`);
      const [found] = stress!.shocks;
      const other = await summaryOf(text(SCENARIO) + run(method), set);
      const { p5, p50, p95 } = other.outputs["cost"]!.percentiles;
      for (const [name, expected] of Object.entries({ p5, p50, p95 })) {
        expect(found![name as "p5"].value).toBeCloseTo(expected!.value, 9);
      }
      expect(found!.probability!.value).toBe(other.breakEven[0]!.probability.value);
      expect(found!.difference.probability!.value).toBeCloseTo(
        found!.probability!.value - stress!.base.probability!.value,
        12,
      );
    },
  );
});

describe("the stress of a scenario", () => {
  it("leaves everything as it is where a shock changes nothing, exactly", async () => {
    const { stress, outputs, breakEven } = await summaryOf(
      `${SCENARIO}${run("sobol")}stress: { A: { multiply: { power: 1 } }, B: { set: { fee: 3 } } }`,
    );
    for (const { difference, p50 } of stress!.shocks) {
      expect(difference.p50).toEqual({ value: 0, low: 0, high: 0 });
      expect(difference.probability).toEqual({ value: 0, low: 0, high: 0 });
      expect(p50.value).toBe(outputs["cost"]!.percentiles["p50"]!.value);
    }
    expect(stress!.base.probability).toEqual(breakEven[0]!.probability);
  });

  it("moves the median of a sum by what is added, without error", async () => {
    const { stress } = await summaryOf(
      `${SCENARIO}${run("sobol")}stress: { A: { set: { fee: 13 } } }`,
    );
    const { value, low, high } = stress!.shocks[0]!.difference.p50;
    expect(value).toBeCloseTo(10, 9);
    expect(high - low).toBeLessThan(1e-9);
  });

  it("puts the largest effect first, and says what changes", async () => {
    const { stress } = await summaryOf(
      `${SCENARIO}${run("sobol")}stress:
  Small: { set: { fee: 4 } }
  Large: { multiply: { power: 2 }, source: Ours }
  Other: { set: { market: glut, busy: 0.3 to 0.5 } }`,
    );
    expect(stress!.shocks.map(({ name }) => name)).toEqual(["Large", "Other", "Small"]);
    expect(stress!.shocks[0]).toMatchObject({
      source: "Ours",
      changes: [{ of: "power", label: "Power", factor: 2 }],
    });
    expect(stress!.shocks[1]!.changes).toEqual([
      { of: "market", label: "Market", as: "glut" },
      { of: "busy", label: "Busy", as: "lognormal, p5 0.3, p95 0.5", unit: "1" },
    ]);
  });

  it("counts draws that a shock leaves without a finite value", async () => {
    const { stress } = await summaryOf(
      `${SCENARIO}${run("sobol")}stress: { A: { set: { busy: 0 } } }`,
    );
    expect(stress!.shocks[0]!.undefined).toBe(8192);
    expect(stress!.shocks[0]!.probability!.value).toBe(0);
  });

  it("needs neither prices nor anything uncertain", async () => {
    const { stress } = await summaryOf(
      "name: a\ninputs: { x: 2 }\nformulas: { y: 3 * x }\noutputs: [y]\nrun: { draws: 1024 }\nstress: { A: { set: { x: 3 } } }",
    );
    expect(stress!.shocks[0]!.p50).toEqual({ value: 9, low: 9, high: 9 });
    expect(stress!.shocks[0]!.difference).toEqual({ p50: { value: 3, low: 3, high: 3 } });
  });

  it("is the same with other inputs, conditions or a decision declared beside it", async () => {
    const text = `${SCENARIO}${run("sobol")}stress: { A: { multiply: { power: 2 } } }\n`;
    const alone = await summaryOf(text);
    const beside = await summaryOf(
      `${text}given: { B: busy > 0.6 }\ndecision: { options: { Run: { volume: 1 GWh/year, price: Grid }, Stay: 0 } }`,
    );
    expect(beside.stress).toEqual(alone.stress);
    expect(beside.outputs).toEqual(alone.outputs);
  });
});
