// The nine-input benchmark model by Breakeven: the answers that its peers give too.
import { readFileSync } from "node:fs";

const dist = new URL("../dist/", import.meta.url);
const load = (path) => import(new URL(path, dist).href);
const { parseScenario } = await load("scenario/parse-scenario.js");
const { designOf } = await load("sampling/design-of.js");
const { planRun } = await load("simulation/plan.js");
const { meanOf } = await load("statistics/moments.js");
const { probabilityAtOrBelow } = await load("statistics/probability.js");
const { percentilesOf } = await load("statistics/percentile.js");

const model = new URL("../test/reference/token-cost-8.yaml", import.meta.url);
const parsed = parseScenario("token-cost-8.yaml", readFileSync(model, "utf8"));

/**
 * @param evaluator a pool, or of this thread
 * @param {{ draws: number, method: string, seed?: string }} settings
 * @returns percentiles, mean, the probability of costing at most 25, and `drawn`: seconds by the
 *   clock until every draw was made
 */
export async function answer(evaluator, { draws, method, seed = "1" }) {
  const scenario = { ...parsed, run: { ...parsed.run, draws, method, seed } };
  const started = performance.now();
  const [values] = await evaluator.draw(scenario, planRun(designOf(scenario)));
  const drawn = (performance.now() - started) / 1000;
  const percentiles = percentilesOf({ values }, [0.05, 0.25, 0.5, 0.75, 0.95]);
  const [p5, , p50, , p95] = percentiles.map(({ value }) => value);
  const { value: probability } = probabilityAtOrBelow({ values }, 25);
  return { p5, p50, p95, mean: meanOf(values), probability, drawn };
}
