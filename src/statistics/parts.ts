import type { Replication } from "../sampling/design.js";
import { BATCHES } from "./replicates.js";

/** Which independent part of a run each draw belongs to: its replicate, or a batch of draws. */
export interface Parts {
  readonly count: number;
  /** The part of each draw, in draw order. */
  readonly of: Uint16Array;
}

/** Independent draws are cut into eight batches. */
export function partsOf(replication: Replication | undefined, draws: number): Parts {
  const { count, block } = replication ?? { count: BATCHES, block: Math.ceil(draws / BATCHES) };
  const of = new Uint16Array(draws);
  for (let start = 0, turn = 0; start < draws; start += block, turn++) {
    of.fill(turn % count, start, start + block);
  }
  return { count: Math.min(count, Math.ceil(draws / block)), of };
}
