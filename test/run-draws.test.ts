import { describe, expect, it } from "vitest";
import { type CompiledModel, compileModel } from "../src/engine/compile-model.js";
import { simulate } from "../src/pipeline.js";
import { runDraws } from "../src/run-draws.js";
import { createDesign } from "../src/sampling/create-design.js";
import { designOf } from "../src/sampling/design-of.js";
import { firstStage, nextStage } from "../src/sampling/stages.js";
import { parseScenario } from "../src/scenario/parse-scenario.js";
import type { Scenario } from "../src/scenario/scenario.js";
import type { Evaluator } from "../src/simulation/evaluator.js";
import { evaluateChunk } from "../src/simulation/evaluate-chunk.js";
import { inlineEvaluator } from "../src/simulation/inline.js";
import { type Plan, planRun } from "../src/simulation/plan.js";
import type { Drawn } from "../src/summary/drawn.js";
import { outputColumn } from "../src/summary/output.js";

const METHODS = ["random", "lhs", "sobol"] as const;

/** Two independent standard normals and what is made of them. */
const scenario = (run: string, cost = "exp(z1 / 2) + z2"): Scenario =>
  parseScenario(
    "a.yaml",
    `name: growing
inputs:
  z1: { distribution: normal, mean: 0, sd: 1 }
  z2: { distribution: normal, mean: 0, sd: 1 }
  u: { distribution: uniform, min: 0, max: 1 }
formulas: { cost: ${cost} }
outputs: [cost, u]
prices: { two: 2, half: { price: 0.5, output: u } }
run: { seed: 5, ${run} }
`,
  );

/** Evaluates at once what the real ones evaluate with pauses, and keeps the plans it was given. */
function immediate(plans: Plan[] = []): Evaluator {
  return {
    ...inlineEvaluator,
    draw: async (run, plan) => {
      plans.push(plan);
      return drawAll(compileModel(run), plan);
    },
  };
}

function drawAll(model: CompiledModel, plan: Plan): readonly Float64Array[] {
  const columns = model.program.outputs.map(() => new Float64Array(plan.end - plan.start));
  for (const chunk of plan.chunks) {
    evaluateChunk(model, createDesign(plan.run), chunk, columns, plan.start);
  }
  return columns;
}

/** What was drawn, where it was few enough to be held. */
function held(drawn: Drawn): Extract<Drawn, { readonly columns: unknown }> {
  if (!("columns" in drawn)) throw new RangeError("only tallies were kept");
  return drawn;
}

describe.each(METHODS)("a growing run of %s draws", (method) => {
  it.each([400, 777, 1000, 9000])(
    "that starts with %i begins at every stage with the bits of the stage before",
    (draws) => {
      const run = scenario(
        `draws: ${draws}, method: ${method}, until: { output: u, percentile: 50, relative_error: 0.1 }`,
      );
      let stage = firstStage(designOf(run));
      expect(stage.draws).toBeGreaterThanOrEqual(draws);
      expect(stage.draws).toBeLessThan(draws + 32);
      for (let k = 0; k < 3; k++) {
        const longer = nextStage(stage, 1e9)!;
        expect(longer.draws).toBe(2 * stage.draws);
        const [before, after] = [stage, longer].map((options) => {
          const column = new Float64Array(stage.draws);
          createDesign(options).fill("z1", 0, column);
          return column;
        });
        expect(after).toEqual(before);
        stage = longer;
      }
    },
  );

  it("begins with the draws of a run of fixed length", () => {
    const growing = scenario(
      `draws: 12800, method: ${method}, until: { output: u, percentile: 50, relative_error: 0.1 }`,
    );
    const fixed = scenario(`draws: 12800, method: ${method}`);
    const [a, b] = [growing, fixed].map((run) => {
      const column = new Float64Array(12_800);
      createDesign(designOf(run)).fill("z2", 0, column);
      return column;
    });
    expect(a).toEqual(b);
  });

  it("evaluates every draw once, and gets what one evaluation of all would have given", async () => {
    const plans: Plan[] = [];
    const run = scenario(
      `draws: 1000, method: ${method}, until: { against: two, probability_error: 0.004 }`,
    );
    const { plan, columns } = held(await runDraws(run, compileModel(run), immediate(plans)));
    expect(plans.length).toBeGreaterThan(2);
    expect(plans.map(({ start }) => start)).toEqual([
      0,
      ...plans.slice(0, -1).map((earlier) => earlier.run.draws),
    ]);
    for (const { start, run: stage, chunks } of plans) {
      expect(chunks[0]!.start).toBe(start);
      expect(chunks.reduce((sum, { length }) => sum + length, start)).toBe(stage.draws);
    }
    expect(plan).toEqual(planRun(plans.at(-1)!.run));
    expect(columns).toEqual(await immediate().draw(run, plan));
  });

  it("stops at its ceiling and says in words that it is less precise than asked", async () => {
    const run = scenario(
      `draws: 1000, method: ${method}, until: { output: cost, percentile: 50, relative_error: 1e-6, draws_max: 3000 }`,
    );
    const { run: made, warnings } = await simulate(run, immediate());
    expect(made.draws).toBeGreaterThan(3000 - 84);
    expect(made.draws).toBeLessThanOrEqual(3000);
    expect(made.precision).toMatchObject({ planned: 1000, used: made.draws, met: false });
    expect(warnings[0]).toMatch(
      /^The run is less precise than asked: the 95% interval of the median of cost is ±[\d.]+%, not ±0\.0001%, at [\d,]+ draws, the ceiling\.$/,
    );
  });
});

describe("the number of draws", () => {
  it.each([
    // Half-widths of the 95% interval with n independent uniforms: 1.96 / sqrt(n) of the median,
    // and 1.96 / 2 / sqrt(n) of a probability of one half; both are first below 0.02 or 0.01 at 9,604.
    ["a median", "{ output: u, percentile: 50, relative_error: 0.02 }"],
    ["a probability", "{ against: half, probability_error: 0.01 }"],
  ])("is what the textbook says for %s", async (_, until) => {
    const run = scenario(`draws: 400, method: random, until: ${until}`);
    const { run: made } = await simulate(run, immediate());
    expect(made.draws).toBe(12_800);
    const { asked, reached, met } = made.precision!;
    expect(met).toBe(true);
    expect(reached).toBeLessThanOrEqual(asked);
    expect(reached / asked).toBeGreaterThan(0.8);
  });

  it("is the one planned where nothing the target depends on is uncertain", async () => {
    const until = "{ output: cost, percentile: 99.9, relative_error: 0.001 }";
    const run = scenario(`draws: 40000, until: ${until}`, "3 + 4");
    const { run: made, warnings } = await simulate(run, immediate());
    expect(made.precision).toMatchObject({ planned: 40_000, used: 40_000, reached: 0, met: true });
    expect(warnings.join()).not.toContain("precise");
  });

  it("grows while fewer than thirty draws lie beyond the percentile, whatever their spread", async () => {
    const until = "{ output: u, percentile: 99.9, relative_error: 0.5 }";
    const { run: made } = await simulate(scenario(`draws: 1000, until: ${until}`), immediate());
    expect(made.draws).toBe(32_000);
  });

  it("reaches the ceiling where the percentile has no value", async () => {
    const until = "{ output: cost, percentile: 75, relative_error: 0.1, draws_max: 2000 }";
    const run = scenario(`draws: 1000, until: ${until}`, "sqrt(z1)");
    const { run: made, warnings } = await simulate(run, immediate());
    expect(made.precision).toMatchObject({ used: 2000, met: false });
    expect(warnings.join("\n")).toContain("is of unknown width, not ±10%, at 2,000 draws");
  });
});

describe.each(METHODS)("1,000 runs of %s draws that stop at ±2 points", (method) => {
  // P(exp(Z1 / 2) + Z2 <= 2), by numerical integration (SciPy 1.17 quad).
  const truth = 0.7804642379924406;
  const base = scenario(
    `draws: 400, method: ${method}, until: { against: two, probability_error: 0.02 }`,
  );
  const model = compileModel(base);
  const evaluator: Evaluator = {
    ...inlineEvaluator,
    draw: async (_, plan) => drawAll(model, plan),
  };

  it("cover the truth nearly as often as they say: stopping costs some coverage", async () => {
    let covered = 0;
    for (let seed = 0; seed < 1000; seed++) {
      const run = { ...base, run: { ...base.run, seed: String(seed) } };
      const { plan, columns } = held(await runDraws(run, model, evaluator));
      const { replication } = createDesign(plan.run);
      const { low, high } = outputColumn("cost", model, columns[0]!, replication).probability(2);
      covered += Number(low <= truth && truth <= high);
    }
    // Binomial(1000, 0.92) and Binomial(1000, 0.96) leave these with a probability below 1e-3.
    expect(covered).toBeGreaterThan(892);
    expect(covered).toBeLessThan(979);
  });
});
