import type { CompiledModel } from "./engine/compile-model.js";
import { concatenate } from "./numeric/concatenate.js";
import { createDesign } from "./sampling/create-design.js";
import { designOf } from "./sampling/design-of.js";
import { firstStage, nextStage } from "./sampling/stages.js";
import type { Scenario, Until } from "./scenario/scenario.js";
import type { Evaluator, Progress } from "./simulation/evaluator.js";
import { planRun } from "./simulation/plan.js";
import { type Drawn, sampleDraws } from "./summary/drawn.js";
import { outputColumn } from "./summary/output.js";
import { tallyDraws } from "./summary/tallied.js";
import { measuredOutput, precisionOf } from "./summary/precision.js";

/** Values of outputs that are held; beyond, tallies are kept. */
export const HELD_VALUES_MAX = 16_777_216;

/**
 * Evaluates the draws of a scenario: as many as it asks for, or twice as many again and again until
 * the interval it names is narrow enough or the ceiling is reached. Nothing is evaluated twice: every
 * stage begins with the draws of the one before. Beyond 16 million values of outputs only tallies are
 * kept, in constant memory.
 */
export async function runDraws(
  scenario: Scenario,
  model: CompiledModel,
  evaluator: Evaluator,
  progress: Progress = {},
): Promise<Drawn> {
  const { until } = scenario.run;
  const design = designOf(scenario);
  const plan = planRun(until ? firstStage(design) : design);
  if (!until && plan.run.draws * scenario.outputs.length > HELD_VALUES_MAX) {
    const tallies = await tallyDraws(scenario, model, plan, evaluator, progress, sampleDraws(plan));
    return { plan, tallies };
  }
  let drawn: Held = { plan, columns: await evaluator.draw(scenario, plan, progress) };
  while (until && !isPrecise(scenario, until, model, drawn)) {
    const next = nextStage(drawn.plan.run, until.drawsMax);
    if (!next) break;
    const added = await evaluator.draw(scenario, planRun(next, drawn.plan.run.draws), progress);
    const columns = drawn.columns.map((column, k) => concatenate([column, added[k]!]));
    drawn = { plan: planRun(next), columns };
  }
  return drawn;
}

type Held = Extract<Drawn, { readonly columns: unknown }>;

function isPrecise(
  scenario: Scenario,
  until: Until,
  model: CompiledModel,
  { plan, columns }: Held,
): boolean {
  const name = measuredOutput(scenario, until);
  const values = columns[scenario.outputs.indexOf(name)]!;
  const output = outputColumn(name, model, values, createDesign(plan.run).replication);
  return precisionOf(scenario, until, model, output).met;
}
