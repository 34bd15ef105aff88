import { beforeAll, describe, expect, it } from "vitest";
import { type CompiledModel, compileModel } from "../../src/engine/compile-model.js";
import { runDraws } from "../../src/run-draws.js";
import { createDesign } from "../../src/sampling/create-design.js";
import { designOf } from "../../src/sampling/design-of.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import { planRun } from "../../src/simulation/plan.js";
import type { DrawnOutput } from "../../src/summary/drawn-output.js";
import { finishRun } from "../../src/summary/finished-run.js";
import { outputColumn } from "../../src/summary/output.js";
import { summarize } from "../../src/summary/summarize.js";
import { tallyDraws } from "../../src/summary/tallied.js";
import { talliedOutput } from "../../src/summary/tallied-output.js";

function scenarioOf(draws: number, method: string, seed = "1"): Scenario {
  return parseScenario(
    "a.yaml",
    `name: long
inputs:
  price: { distribution: lognormal, p5: 2, p95: 8 }
  share: { distribution: beta, mean: 0.6, sd: 0.1 }
formulas: { cost: price / share, broken: log(share - 0.3) }
outputs: [cost, broken]
prices: { list: 7, low: { price: -1, output: broken } }
run: { draws: ${draws}, seed: ${seed}, method: ${method} }
`,
  );
}

interface Both {
  readonly held: readonly DrawnOutput[];
  readonly tallied: readonly DrawnOutput[];
}

async function both(scenario: Scenario, model: CompiledModel): Promise<Both> {
  const plan = planRun(designOf(scenario));
  const columns = await inlineEvaluator.draw(scenario, plan);
  const tallies = await tallyDraws(scenario, model, plan, inlineEvaluator, {}, 16_384);
  const { replication } = createDesign(plan.run);
  return {
    held: scenario.outputs.map((name, k) => outputColumn(name, model, columns[k]!, replication)),
    tallied: scenario.outputs.map((name, k) => talliedOutput(name, model, tallies[k]!)),
  };
}

describe.each(["random", "lhs", "sobol"])("%s draws that are only tallied", (method) => {
  let held: readonly DrawnOutput[];
  let tallied: readonly DrawnOutput[];
  const scenario = scenarioOf(2_500_000, method);
  beforeAll(async () => {
    ({ held, tallied } = await both(scenario, compileModel(scenario)));
  }, 60_000);

  it("have the percentiles of those that are held, to a 4096th", () => {
    for (const [k, output] of held.entries()) {
      for (const p of [1, 2.5, 5, 25, 50, 75, 95, 97.5, 99]) {
        const { value } = output.percentile(p);
        const found = tallied[k]!.percentile(p);
        expect(Math.abs(found.value - value)).toBeLessThanOrEqual(Math.abs(value) / 4096);
        expect(found.low).toBeLessThanOrEqual(found.value);
        expect(found.high).toBeGreaterThanOrEqual(found.value);
      }
    }
  });

  it("have the same probabilities, counts and mean", () => {
    const [cost, broken] = [0, 1];
    expect(tallied[cost]!.probability(7).value).toBe(held[cost]!.probability(7).value);
    expect(tallied[broken]!.probability(-1).value).toBe(held[broken]!.probability(-1).value);
    expect(tallied[broken]!.undefinedDraws).toBe(held[broken]!.undefinedDraws);
    expect(held[broken]!.undefinedDraws).toBeGreaterThan(100);
    expect(tallied[broken]!.undefinedAt).toEqual(held[broken]!.undefinedAt);
    const [mean, sd] = [held[cost]!.moments(), tallied[cost]!.moments()].map((moments) => [
      moments.mean.value,
      moments.sd.value,
    ]);
    expect(mean![0]! / sd![0]!).toBeCloseTo(1, 13);
    expect(mean![1]! / sd![1]!).toBeCloseTo(1, 12);
    const [one, other] = [held[cost]!, tallied[cost]!].map((output) => output.worstTwentieth());
    expect(Math.abs(one!.value / other!.value - 1)).toBeLessThan(2 ** -13);
    expect(() => tallied[cost]!.probability(7.5)).toThrow(RangeError);
  });

  it("keep their first draws as they are", () => {
    expect(tallied[0]!.first).toEqual(held[0]!.first.slice(0, 16_384));
  });
});

it("has the errors of Sobol' replicates, which its groups are", async () => {
  const scenario = scenarioOf(65_536, "sobol");
  const { held, tallied } = await both(scenario, compileModel(scenario));
  const width = ({ low, high }: { low: number; high: number }): number => high - low;
  const [one, other] = [held[0]!, tallied[0]!];
  expect(width(other.moments().mean) / width(one.moments().mean)).toBeCloseTo(1, 9);
  expect(width(other.probability(7)) / width(one.probability(7))).toBeCloseTo(1, 9);
});

it("covers the truth as often as it says with Latin hypercubes, four to a group", async () => {
  // Of the lognormal alone, whose median is 4: P(price <= 4) = 1/2.
  let covered = { median: 0, odds: 0 };
  for (let seed = 0; seed < 400; seed++) {
    const base = scenarioOf(12_800, "lhs", String(seed));
    const scenario = {
      ...base,
      outputs: ["price"],
      prices: [{ name: "four", price: 4, unit: "1", output: "price" }],
    };
    const plan = planRun(designOf(scenario));
    const own = compileModel(scenario);
    const [tally] = await tallyDraws(scenario, own, plan, inlineEvaluator, {}, 12_800);
    const output = talliedOutput("price", own, tally!);
    const holds = ({ low, high }: { low: number; high: number }, truth: number): number =>
      Number(low <= truth && truth <= high);
    covered = {
      median: covered.median + holds(output.percentile(50), 4),
      odds: covered.odds + holds(output.probability(4), 0.5),
    };
  }
  // Binomial(400, 0.95) leaves (364, 394) with a probability below 1e-3 on either side.
  expect(covered.median).toBeGreaterThan(363);
  expect(covered.odds).toBeGreaterThan(363);
});

it("is what a run keeps whose values would fill the memory", async () => {
  const scenario = scenarioOf(9_000_000, "random");
  const model = compileModel(scenario);
  const drawn = await runDraws(scenario, model, inlineEvaluator);
  expect("columns" in drawn).toBe(false);
  const summary = summarize(finishRun(scenario, model, drawn));
  expect(summary.run.draws).toBe(9_000_000);
  expect(summary.outputs["cost"]!.percentiles["p50"]!.value).toBeGreaterThan(6);
  expect(summary.sensitivity["cost"]!.length).toBe(2);
}, 60_000);
