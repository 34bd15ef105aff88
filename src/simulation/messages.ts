import type { Tables } from "../engine/samplers.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Counts } from "../statistics/tally.js";
import type { Plan } from "./plan.js";
import type { Portion, TallyAsked } from "./chunk-tallier.js";

/** What the pool tells a worker. */
export type ToWorker =
  | {
      readonly kind: "run";
      /** The same for runs of one model, which are evaluated by the same kernels. */
      readonly model: number;
      readonly scenario: Scenario;
      readonly plan: Plan;
      /** Quantile tables, in shared memory. */
      readonly tables: Tables;
      /** Shared memory, one column of doubles per output: for all draws, or for the first ones. */
      readonly columns: readonly SharedArrayBuffer[];
      /** What to tally; undefined where all draws are held. */
      readonly asked: TallyAsked | undefined;
      readonly claims: Int32Array;
      /** The worker's number among those of the run. */
      readonly lane: number;
    }
  | { readonly kind: "stop" };

/**
 * Which chunks are taken, in memory that all workers of a run share: the place of the next chunk in the
 * plan, which a worker takes by counting on, and from `CLAIMED` on the chunk that each lane took last.
 */
export const NEXT = 0;
export const CLAIMED = 1;

/** What a worker tells the pool. */
export type FromWorker =
  /** So many draws more are made: those of the chunk at a place of the plan. */
  | {
      readonly kind: "drawn";
      readonly draws: number;
      readonly place: number;
      /** What the chunk says of each output, where draws are tallied. */
      readonly portions?: readonly Portion[];
    }
  /** No chunk is left to take; what the worker has counted, by output and by group. */
  | { readonly kind: "finished"; readonly counts?: readonly (readonly Counts[])[] };
