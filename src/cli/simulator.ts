import { createSamplers, type Samplers } from "../engine/samplers.js";
import { isUncertain } from "../models/conditions.js";
import { usualWorkerCount } from "./options.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Evaluator } from "../simulation/evaluator.js";
import { createInline } from "../simulation/inline.js";
import type { Plan } from "../simulation/plan.js";
import { createPool, type Pool } from "../simulation/pool.js";

/**
 * Input values below which a run on the main thread is over first: a value takes 10 ns, and worker
 * threads take 0.1 s to start and to build tables of their own.
 */
const INLINE_VALUES_MAX = 10_000_000;

/** Evaluates runs where it is quickest; threads start with the first run that needs them. */
export interface Simulator extends Evaluator {
  /** The quantile tables of every run. */
  readonly samplers: Samplers;
  /** Worker threads that so many draws of a scenario run on; 0 is the main thread. */
  readonly workersFor: (scenario: Scenario, draws: number) => number;
  readonly close: () => Promise<void>;
}

/** @param asked worker threads asked for; undefined leaves the choice to the size of each run */
export function createSimulator(asked: number | undefined): Simulator {
  const size = asked ?? usualWorkerCount();
  const samplers = createSamplers();
  const inline = createInline(samplers);
  let pool: Pool | undefined;
  const workersFor = ({ quantities }: Scenario, draws: number): number => {
    const inputs = quantities.filter(({ definition }) => isUncertain(definition)).length;
    const isSmall = asked === undefined && inputs * draws <= INLINE_VALUES_MAX;
    // One worker would do no more than the main thread, which would wait for it.
    return isSmall || size === 1 ? 0 : size;
  };
  const placeOf = (scenario: Scenario, { run, start }: Plan): Evaluator => {
    if (workersFor(scenario, run.draws - start) === 0) return inline;
    return (pool ??= createPool(size, undefined, samplers));
  };
  return {
    samplers,
    workersFor,
    draw: (scenario, plan, progress) => placeOf(scenario, plan).draw(scenario, plan, progress),
    tally: (scenario, plan, ...asked) => placeOf(scenario, plan).tally(scenario, plan, ...asked),
    close: async () => pool?.close(),
  };
}
