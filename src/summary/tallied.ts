import type { CompiledModel } from "../engine/compile-model.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Evaluator, Progress } from "../simulation/evaluator.js";
import type { Tallied } from "../simulation/tally-merger.js";
import type { Plan } from "../simulation/plan.js";
import { priceIn } from "./break-even.js";

/** An output whose draws were only tallied, and the prices that they were held against. */
export interface TalliedOutput extends Tallied {
  readonly prices: readonly number[];
}

/**
 * Evaluates a run and keeps tallies of its outputs, in the order of `scenario.outputs`: in constant
 * memory, however many draws there are.
 *
 * @param firstDraws how many draws to keep as they are
 */
export async function tallyDraws(
  scenario: Scenario,
  model: CompiledModel,
  plan: Plan,
  evaluator: Evaluator,
  progress: Progress,
  firstDraws: number,
): Promise<readonly TalliedOutput[]> {
  const outputs = scenario.outputs.map((name) => {
    const { unit } = model.quantities.find((quantity) => quantity.name === name)!;
    const { scale } = model.units.parse(unit);
    const thresholds = scenario.prices
      .filter(({ output }) => output === name)
      .map((price) => priceIn(price, { unit, scale }, model));
    return { scale, thresholds };
  });
  const tallies = await evaluator.tally(scenario, plan, { outputs, firstDraws }, progress);
  return tallies.map((tally, k) => ({ ...tally, prices: outputs[k]!.thresholds }));
}
