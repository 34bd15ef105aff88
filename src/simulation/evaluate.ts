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
 * @param into columns that an earlier call returned, at least as long, to be overwritten
 * @returns one column per output, in the order of `scenario.outputs`, one value per draw of the plan,
 *   base units
 */
export type Evaluate = (
  scenario: Scenario,
  plan: Plan,
  progress?: Progress,
  into?: readonly Float64Array[],
) => Promise<readonly Float64Array[]>;
