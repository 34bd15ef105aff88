// What each stage of a run costs, in processor time of one thread: nanoseconds a value, or milliseconds.
import { readFileSync } from "node:fs";
import { largeGraph } from "./large-graph.mjs";

const dist = new URL("../dist/", import.meta.url);
const load = (path) => import(new URL(path, dist).href);

const VALUES = 2 ** 17;
const REPEATS = 7;
/** Draws of the large graph. */
const LARGE_DRAWS = 4096;

/** @returns {Promise<{ name: string, value: number, unit: string }[]>} */
export async function stages() {
  const { createDesign } = await load("sampling/create-design.js");
  const { createDistribution } = await load("distributions/create.js");
  const { tabulated } = await load("engine/tabulated.js");
  const { buildQuantileTable } = await load("engine/quantile-table.js");
  const { compileModel } = await load("engine/compile-model.js");
  const { parseScenario } = await load("scenario/parse-scenario.js");
  const { designOf } = await load("sampling/design-of.js");
  const { planRun } = await load("simulation/plan.js");
  const { inlineEvaluator } = await load("simulation/inline.js");
  const { chunkEvaluators } = await load("simulation/chunk-evaluator.js");
  const { percentilesOf, sortColumn } = await load("statistics/percentile.js");
  const { finishRun } = await load("summary/finished-run.js");
  const { summarize } = await load("summary/summarize.js");

  const results = [];
  const perValue = (name, values, work) =>
    results.push({ name, value: (fastest(work) * 1e6) / values, unit: "ns" });
  const whole = (name, work) => results.push({ name, value: fastest(work), unit: "ms" });

  const column = new Float64Array(VALUES);
  for (const method of ["random", "lhs", "sobol"]) {
    perValue(`uniforms, ${method}`, VALUES, () => {
      createDesign({ method, draws: VALUES, seed: "1", dimensions: ["a", "b"] }).fill(
        "b",
        0,
        column,
      );
    });
  }
  const uniforms = column.slice();
  for (const [distribution, parameters] of [
    ["uniform", { min: 0, max: 3 }],
    ["triangular", { min: 3, mode: 4, max: 6 }],
    ["normal", { mean: 0, sd: 1 }],
    ["lognormal", { p5: 40, p95: 2000 }],
    ["pert", { min: 0.2, mode: 1, max: 2 }],
    ["beta", { alpha: 13, beta: 7 }],
    ["gamma", { shape: 200, scale: 3 }],
  ]) {
    const sampled = tabulated(createDistribution({ distribution, parameters }));
    if (sampled.table())
      whole(`table of a ${distribution}`, () => buildQuantileTable(sampled.exact));
    perValue(`quantiles, ${distribution}`, VALUES, () => {
      column.set(uniforms);
      sampled.fill(column);
    });
    perValue(`quantiles, ${distribution}, exact`, VALUES / 16, () => {
      for (let i = 0; i < VALUES / 16; i++) column[i] = sampled.exact(uniforms[i]);
    });
  }

  const path = new URL("../scenarios/kimi-k2-h200.yaml", import.meta.url);
  const scenario = parseScenario("kimi-k2-h200.yaml", readFileSync(path, "utf8"));
  const model = compileModel(scenario);
  const plan = planRun(designOf(scenario));
  const { draws } = scenario.run;
  const drawn = model.inputs.map(({ distribution }) => {
    const values = uniforms.slice();
    distribution.fill(values);
    return values;
  });
  perValue("formulas of kimi-k2-h200", VALUES, () => model.evaluate(drawn, VALUES));
  perValue("formulas of kimi-k2-h200, plain", VALUES, () => model.evaluateAll(drawn, VALUES));
  const columns = await inlineEvaluator.draw(scenario, plan);
  perValue("percentiles of a column, sorted", draws, () => sortColumn({ values: columns[0] }));
  perValue("percentiles of a column, five selected", draws, () => {
    percentilesOf({ values: columns[0] }, [0.05, 0.25, 0.5, 0.75, 0.95]);
  });
  for (const method of ["random", "lhs", "sobol"]) {
    const text = readFileSync(
      new URL("../test/reference/token-cost-8.yaml", import.meta.url),
      "utf8",
    );
    const parsed = parseScenario("token-cost-8.yaml", text);
    const run = designOf({ ...parsed, run: { ...parsed.run, draws: VALUES, method } });
    const evaluate = chunkEvaluators(compileModel(parsed))(createDesign(run));
    perValue(`draws of token-cost-8, all stages, ${method}`, VALUES, () => {
      for (const chunk of planRun(run).chunks) evaluate(chunk, [column], 0);
    });
  }
  whole("compile kimi-k2-h200", () => compileModel(scenario));
  whole(`summary of kimi-k2-h200, ${draws} draws`, () =>
    summarize(finishRun(scenario, model, { plan, columns })),
  );

  const text = largeGraph({ inputs: 1000, formulas: 5000 });
  const large = parseScenario("large.yaml", text);
  whole("parse 1,000 inputs and 5,000 formulas", () => parseScenario("large.yaml", text));
  whole("compile 1,000 inputs and 5,000 formulas", () => compileModel(large));
  const graph = compileModel(large);
  const some = graph.inputs.map(({ distribution }) => {
    const values = uniforms.slice(0, LARGE_DRAWS);
    distribution.fill(values);
    return values;
  });
  whole("compile and emit 1,000 inputs and 5,000 formulas", () =>
    compileModel(large).evaluate(some, 64),
  );
  perValue("formulas of 1,000 inputs and 5,000 formulas", LARGE_DRAWS, () =>
    graph.evaluate(some, LARGE_DRAWS),
  );
  return results;
}

/** Milliseconds of processor time of the fastest of several runs: what disturbs only adds. */
function fastest(work) {
  let least = Infinity;
  for (let k = 0; k < REPEATS; k++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
