import { isUncertain } from "../models/conditions.js";
import { usualWorkerCount } from "./options.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Evaluate } from "../simulation/evaluate.js";
import { evaluateInline } from "../simulation/inline.js";
import { createPool, type Pool } from "../simulation/pool.js";

/** Input values below which a run is over before worker threads have started (measured: 50 ms). */
const INLINE_VALUES_MAX = 200_000;

/** Evaluates runs where it is quickest; threads start with the first run that needs them. */
export interface Simulator {
  readonly evaluate: Evaluate;
  /** Worker threads a scenario runs on; 0 is the main thread. */
  readonly workersFor: (scenario: Scenario) => number;
  readonly close: () => Promise<void>;
}

/** @param asked worker threads asked for; undefined leaves the choice to the size of each run */
export function createSimulator(asked: number | undefined): Simulator {
  const size = asked ?? usualWorkerCount();
  let pool: Pool | undefined;
  const workersFor = ({ quantities, run }: Scenario): number => {
    const inputs = quantities.filter(({ definition }) => isUncertain(definition)).length;
    return asked === undefined && inputs * run.draws <= INLINE_VALUES_MAX ? 0 : size;
  };
  return {
    workersFor,
    evaluate: (scenario, plan, progress) => {
      if (workersFor(scenario) === 0) return evaluateInline(scenario, plan, progress);
      pool ??= createPool(size);
      return pool.evaluate(scenario, plan, progress);
    },
    close: async () => pool?.close(),
  };
}
