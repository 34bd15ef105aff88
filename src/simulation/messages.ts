import type { Tables } from "../engine/samplers.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Plan } from "./plan.js";

/** What the pool tells a worker. */
export type ToWorker =
  | {
      readonly kind: "run";
      /** The same for the segments of one run, which are evaluated by the same kernels. */
      readonly id: number;
      readonly scenario: Scenario;
      readonly plan: Plan;
      /** Quantile tables, in shared memory. */
      readonly tables: Tables;
      /** Shared memory, one column of doubles per output. */
      readonly columns: readonly SharedArrayBuffer[];
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
  /** So many draws more are in the columns. */
  | { readonly kind: "drawn"; readonly draws: number }
  /** No chunk is left to take. */
  | { readonly kind: "finished" };
