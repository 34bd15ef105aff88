import type { Tables } from "../engine/samplers.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Chunk, Plan } from "./plan.js";

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
    }
  | { readonly kind: "chunk"; readonly chunk: Chunk }
  | { readonly kind: "stop" };

/** What a worker tells the pool: the chunk it was given is in the columns. */
export interface FromWorker {
  readonly kind: "done";
  /** Number of the chunk's first draw. */
  readonly start: number;
}
