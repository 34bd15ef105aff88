import { compileModel } from "../../src/engine/compile-model.js";
import { runDraws } from "../../src/run-draws.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import { type FinishedRun, finishRun } from "../../src/summary/finished-run.js";

/** A run of a scenario in YAML, without its name. */
export async function finished(text: string): Promise<FinishedRun> {
  const scenario = parseScenario("a.yaml", `name: a\n${text}`);
  const model = compileModel(scenario);
  return finishRun(scenario, model, await runDraws(scenario, model, inlineEvaluator));
}
