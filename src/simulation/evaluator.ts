import type { Scenario } from "../scenario/scenario.js";
import type { Tallied } from "./tally-merger.js";
import type { Plan } from "./plan.js";
import type { TallyAsked } from "./chunk-tallier.js";

/** What a run tells while it is under way, and what may stop it. */
export interface Progress {
  /** Called after each chunk with the draws done so far, earlier stages included, and those planned. */
  readonly onDraws?: (done: number, planned: number) => void;
  /** Stops the run between chunks; the evaluation then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Evaluates every draw of a plan, on this thread or on others; the same bits on any number of them. */
export interface Evaluator {
  /**
   * Holds the draws.
   *
   * @returns one column per output, in the order of `scenario.outputs`, one value per draw of the plan,
   *   base units
   */
  readonly draw: (
    scenario: Scenario,
    plan: Plan,
    progress?: Progress,
  ) => Promise<readonly Float64Array[]>;
  /**
   * Keeps tallies alone, in constant memory.
   *
   * @returns one per output, in the same order
   */
  readonly tally: (
    scenario: Scenario,
    plan: Plan,
    asked: TallyAsked,
    progress?: Progress,
  ) => Promise<readonly Tallied[]>;
}
