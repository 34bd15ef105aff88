import { compileModel } from "./engine/compile-model.js";
import { createSamplers, type Samplers } from "./engine/samplers.js";
import type { Scenario } from "./scenario/scenario.js";
import { runDraws } from "./run-draws.js";
import type { Evaluator, Progress } from "./simulation/evaluator.js";
import { finishRun } from "./summary/finished-run.js";
import { summarize } from "./summary/summarize.js";
import type { Summary } from "./summary/summary.js";

/**
 * The main path, a validated scenario in and everything a report prints out. Everything else in
 * `src/` serves one of these lines. `parseScenario` stands before it, `composeReport` after.
 *
 * @param evaluator `inlineEvaluator`, or a pool of worker threads
 * @param samplers those that `evaluator` uses, so that quantile tables are built once
 */
export async function simulate(
  scenario: Scenario,
  evaluator: Evaluator,
  progress: Progress = {},
  samplers: Samplers = createSamplers(),
): Promise<Summary> {
  const model = compileModel(scenario, samplers); //           formulas ordered, inputs bound
  const drawn = await runDraws(scenario, model, evaluator, progress); // a column for each output
  return summarize(finishRun(scenario, model, drawn, samplers)); // what they say
}
