import type { CompiledModel } from "./engine/compile-model.js";
import { createDesign } from "./sampling/create-design.js";
import { designOf } from "./sampling/design-of.js";
import { firstStage, nextStage } from "./sampling/stages.js";
import type { Scenario, Until } from "./scenario/scenario.js";
import type { Evaluate, Progress } from "./simulation/evaluate.js";
import { type Plan, planRun } from "./simulation/plan.js";
import { outputColumn } from "./summary/output.js";
import { measuredOutput, precisionOf } from "./summary/precision.js";

/** What a run drew: its plan as a whole, and one column per output, base units. */
export interface Drawn {
  readonly plan: Plan;
  readonly columns: readonly Float64Array[];
}

/**
 * Evaluates the draws of a scenario: as many as it asks for, or twice as many again and again until
 * the interval it names is narrow enough or the ceiling is reached. Nothing is evaluated twice: every
 * stage begins with the draws of the one before.
 */
export async function runDraws(
  scenario: Scenario,
  model: CompiledModel,
  evaluate: Evaluate,
  progress: Progress = {},
): Promise<Drawn> {
  const { until } = scenario.run;
  const design = designOf(scenario);
  const plan = planRun(until ? firstStage(design) : design);
  let drawn: Drawn = { plan, columns: await evaluate(scenario, plan, progress) };
  while (until && !isPrecise(scenario, until, model, drawn)) {
    const next = nextStage(drawn.plan.run, until.drawsMax);
    if (!next) break;
    const added = await evaluate(scenario, planRun(next, drawn.plan.run.draws), progress);
    const columns = drawn.columns.map((column, k) => joined(column, added[k]!));
    drawn = { plan: planRun(next), columns };
  }
  return drawn;
}

function isPrecise(
  scenario: Scenario,
  until: Until,
  model: CompiledModel,
  { plan, columns }: Drawn,
): boolean {
  const name = measuredOutput(scenario, until);
  const values = columns[scenario.outputs.indexOf(name)]!;
  const output = outputColumn(name, model, values, createDesign(plan.run).replication);
  return precisionOf(scenario, until, model, output).met;
}

function joined(first: Float64Array, second: Float64Array): Float64Array {
  const all = new Float64Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
