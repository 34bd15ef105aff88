import type { Scenario } from "../scenario/scenario.js";
import type { Plan } from "./plan.js";

/** What a run tells while it is under way, and what may stop it. */
export interface Progress {
  /** Called after each chunk with the draws done so far, earlier stages included, and those planned. */
  readonly onDraws?: (done: number, planned: number) => void;
  /** Stops the run between chunks; the evaluation then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Evaluates every draw of a plan.
 *
 * @returns one column per output, in the order of `scenario.outputs`, one value per draw of the plan,
 *   base units
 */
export type Evaluate = (
  scenario: Scenario,
  plan: Plan,
  progress?: Progress,
) => Promise<readonly Float64Array[]>;
