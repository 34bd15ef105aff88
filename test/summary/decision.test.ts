import { describe, expect, it } from "vitest";
import { normalCdf } from "../../src/numeric/normal.js";
import { simulate } from "../../src/pipeline.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import type { Interval } from "../../src/statistics/estimate.js";
import type { DecisionValue } from "../../src/summary/decision.js";
import type { Summary } from "../../src/summary/summary.js";

async function summaryOf(text: string): Promise<Summary> {
  return simulate(parseScenario("a.yaml", `name: a\n${text}`), inlineEvaluator);
}

async function decisionOf(text: string): Promise<DecisionValue> {
  return (await summaryOf(text)).decision!;
}

/**
 * E max(0, NB) - max(0, E NB) of a net benefit N(mean, sd): the unit normal loss.
 * Source: Raiffa & Schlaifer, Applied Statistical Decision Theory (1961), section 5.9.
 */
function normalLoss(mean: number, sd: number): number {
  const z = Math.abs(mean) / sd;
  return sd * (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) - z * normalCdf(-z));
}

/** Student's t with seven degrees leaves 1e-4 outside 7.06, and 5% outside 2.365. */
const HALF_WIDTHS = 7.06 / 2.365;

function expectWithin({ value, low, high }: Interval, truth: number): void {
  // The last term is what a rule of straight pieces may lose.
  expect(Math.abs(value - truth)).toBeLessThanOrEqual((HALF_WIDTHS * (high - low)) / 2 + 2e-4);
}

const linear = (first: string, second: string, constant: string, run: string): string => `inputs:
  x1: { distribution: normal, mean: ${first.split(",")[0]!}, sd: ${first.split(",")[1]!}, unit: USD/year }
  x2: { distribution: normal, mean: ${second.split(",")[0]!}, sd: ${second.split(",")[1]!}, unit: USD/year }
  idle: { distribution: normal, mean: 0, sd: 1 }
formulas: { y: x1 + x2 + 0 USD/year * idle }
outputs: [y]
run: { draws: 32768, ${run} }
decision: { options: { Stay: 0, Act: "${constant} USD/year + x1 + x2" } }`;

describe.each(["sobol", "lhs", "random"])(
  "a decision declared in a scenario, %s draws",
  (method) => {
    // Published examples: 1 + X1 + 2 X2 of standard normals, and N(0.5, 1) + N(0, 2).
    it.each([
      ["0,1", "0,2", 1, 0.4798107063483925, 0.08331547058768629, 0.39559311480261206],
      ["0.5,1", "0,2", 0, 0.6642711489467628, 0.19779655740130603, 0.5726893964471604],
    ] as const)(
      "of N(%s) + N(%s) + %d has the value of information of its closed form",
      async (first, second, constant, all, one, other) => {
        const found = await decisionOf(
          linear(first, second, String(constant), `method: ${method}`),
        );
        const [m1, s1] = first.split(",").map(Number) as [number, number];
        const [m2, s2] = second.split(",").map(Number) as [number, number];
        const mean = constant + m1 + m2;
        expect(normalLoss(mean, Math.hypot(s1, s2))).toBeCloseTo(all, 12);
        expect(normalLoss(mean, s1)).toBeCloseTo(one, 12);
        expect(normalLoss(mean, s2)).toBeCloseTo(other, 12);
        expect(found.best).toBe(1);
        expect(found.unit).toBe("USD/year");
        expectWithin(found.perfect!, all);
        expectWithin(found.wrong!, normalCdf(-mean / Math.hypot(s1, s2)));
        expectWithin(found.options[1]!.expected!, mean);
        expectWithin(found.lead!.difference, mean);
        const worth = new Map(found.inputs.map(({ input, value }) => [input, value]));
        expectWithin(worth.get("x1")!, one);
        expectWithin(worth.get("x2")!, other);
        expect(found.inputs[0]!.input).toBe("x2");
        expect(found.regressed).toBe(16_384);
      },
    );
  },
);

describe("a decision declared in a scenario", () => {
  it("leaves out inputs that no payoff rests on", async () => {
    const found = await decisionOf(linear("0,1", "0,2", "1", "method: sobol"));
    expect(found.inputs.map(({ input }) => input).sort()).toEqual(["x1", "x2"]);
  });

  const serve = (price: number): string => `inputs:
  cost: { distribution: normal, mean: 12, sd: 4, unit: USD/Mtoken }
formulas: { total: { formula: 1 * cost, unit: USD/Mtoken } }
outputs: [total]
prices: { Ours: { price: ${price}, unit: USD/Mtoken } }
run: { draws: 32768 }
decision: { options: { Serve: { volume: 2 Ttoken/year, price: Ours }, Do not serve: 0 } }`;

  it("to serve a volume at a price is wrong as often as the price falls short, and worth its loss", async () => {
    const { decision, breakEven } = await summaryOf(serve(15));
    const { best, wrong, perfect, inputs, options, lead } = decision!;
    expect(best).toBe(0);
    expect(wrong!.value).toBeCloseTo(1 - breakEven[0]!.probability.value, 12);
    // Two Ttoken a year are two million Mtoken.
    expectWithin(scaled(options[0]!.expected!, 2e6), 3);
    expectWithin(scaled(perfect!, 2e6), normalLoss(3, 4));
    expectWithin(scaled(inputs[0]!.value, 2e6), normalLoss(3, 4));
    expect(lead).toMatchObject({ over: 1 });
  });

  it("takes the other option where the price falls short on average", async () => {
    const { best, wrong, perfect } = await decisionOf(serve(9));
    expect(best).toBe(1);
    expectWithin(wrong!, normalCdf(-3 / 4));
    expectWithin(scaled(perfect!, 2e6), normalLoss(-3, 4));
  });

  it("is worth nothing to know more about where one option always pays more", async () => {
    const { best, wrong, perfect, inputs } = await decisionOf(serve(1000));
    expect(best).toBe(0);
    expect(wrong!.value).toBe(0);
    expect(perfect!.value).toBe(0);
    expect(inputs.every(({ value }) => value.value === 0)).toBe(true);
  });

  it("says what an input is correlated with", async () => {
    const { inputs } = await decisionOf(
      `${linear("0,1", "0,2", "1", "method: sobol")}\ncorrelations: [{ between: [x1, x2], rank: 0.5 }]`,
    );
    expect(inputs.map(({ correlated }) => correlated)).toEqual([["x1"], ["x2"]]);
    // Corr 2 sin(pi/12) of the scores: x1 tells of x2 too, E[1 + x1 + x2 given x1] has this spread.
    const rho = 2 * Math.sin(Math.PI / 12);
    const found = inputs.find(({ input }) => input === "x1")!;
    expectWithin(found.value, normalLoss(1, 1 + 2 * rho));
  });

  it("withholds everything where a payoff is not a number in some draw", async () => {
    const {
      undefined: holes,
      best,
      options,
      inputs,
      perfect,
    } = await decisionOf(`inputs:
  x: { distribution: normal, mean: 0, sd: 1 }
formulas: { y: 2 * x }
outputs: [y]
run: { draws: 4096 }
decision: { options: { Act: sqrt(x) * (1 USD), Stay: 0 } }`);
    expect(holes).toBeGreaterThan(2000);
    expect([best, options[0]!.expected, inputs, perfect]).toEqual([-1, null, [], undefined]);
  });

  it("draws inputs that only payoffs need, and lists them among the assumptions", async () => {
    const { decision, assumptions } = await summaryOf(`inputs:
  x: { distribution: normal, mean: 0, sd: 1 }
  demand: { distribution: normal, mean: 1, sd: 1, unit: USD }
formulas: { y: 2 * x }
outputs: [y]
run: { draws: 4096 }
decision: { options: { Act: demand, Stay: 0 } }`);
    expect(decision!.inputs.map(({ label }) => label)).toEqual(["Demand"]);
    expect(assumptions.map(({ name }) => name)).toContain("demand");
  });
});

function scaled({ value, low, high }: Interval, by: number): Interval {
  return { value: value / by, low: low / by, high: high / by };
}
