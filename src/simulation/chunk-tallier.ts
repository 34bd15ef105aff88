import { createDesign } from "../sampling/create-design.js";
import { type PortionMoments, portionMoments } from "../statistics/stream-moments.js";
import { type Counts, createCounter } from "../statistics/tally.js";
import type { ChunkEvaluator } from "./chunk-evaluator.js";
import type { Chunk, Plan } from "./plan.js";

/** Independent groups of draws, whose spread gives the errors: replicates, or blocks of draws. */
export const GROUPS = 8;
/** Draws in a block where every draw is independent. */
const BLOCK = 16_384;
/** Draws without a finite value that are named. */
export const NAMED_MAX = 3;

/** What is to be kept of a run whose draws are too many to be held. */
export interface TallyAsked {
  /** One for each output of the scenario. */
  readonly outputs: readonly {
    /** The size of its unit in base units. */
    readonly scale: number;
    /** Draws at or below which are counted, in its unit. */
    readonly thresholds: readonly number[];
  }[];
  /** How many draws to keep as they are. */
  readonly firstDraws: number;
}

/** What a chunk says of one output beyond its counts; in the output's unit. */
export interface Portion {
  /** By group that the chunk has draws of. */
  readonly moments: readonly { readonly group: number; readonly of: PortionMoments }[];
  /** Numbers of its first draws without a finite value, three at most. */
  readonly undefinedAt: readonly number[];
}

/** Evaluates chunks and keeps tallies of them. */
export interface ChunkTallier {
  /** One portion for each output. */
  readonly add: (chunk: Chunk) => readonly Portion[];
  /** By output, then by group: counts of all chunks so far. */
  readonly counts: () => readonly (readonly Counts[])[];
}

/**
 * Readies the tallying of chunks, in memory for one of them.
 *
 * @param first columns for the draws to be kept, one for each output, base units
 */
export function chunkTallier(
  plan: Plan,
  asked: TallyAsked,
  evaluateChunk: ChunkEvaluator,
  first: readonly Float64Array[],
): ChunkTallier {
  const { count, block } = createDesign(plan.run).replication ?? { count: GROUPS, block: BLOCK };
  // No chunk is longer than the first.
  const own = asked.outputs.map(() => new Float64Array(plan.chunks[0]!.length));
  const counters = asked.outputs.map(({ thresholds }) =>
    Array.from({ length: GROUPS }, () => createCounter(thresholds)),
  );
  return {
    add: (chunk) => {
      evaluateChunk(chunk, own, chunk.start);
      const kept = Math.min(chunk.length, Math.max(0, asked.firstDraws - chunk.start));
      return asked.outputs.map(({ scale }, output): Portion => {
        const values = own[output]!.subarray(0, chunk.length);
        if (kept > 0) first[output]!.set(values.subarray(0, kept), chunk.start);
        if (scale !== 1) for (let i = 0; i < values.length; i++) values[i]! /= scale;
        const moments = [];
        for (let from = 0; from < chunk.length; from += block) {
          const group = (Math.floor((chunk.start + from) / block) % count) % GROUPS;
          const part = values.subarray(from, from + block);
          counters[output]![group]!.add(part);
          moments.push({ group, of: portionMoments(part) });
        }
        const finite = moments.reduce((sum, { of }) => sum + of.finite, 0);
        const undefinedAt = finite === chunk.length ? [] : undefinedIn(values, chunk.start);
        return { moments, undefinedAt };
      });
    },
    counts: () => counters.map((groups) => groups.map((counter) => counter.counts())),
  };
}

function undefinedIn(values: Float64Array, start: number): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < values.length && found.length < NAMED_MAX; i++) {
    if (!Number.isFinite(values[i])) found.push(start + i);
  }
  return found;
}
