import { createDesign } from "../sampling/create-design.js";
import type { Design, DesignOptions } from "../sampling/design.js";

/** Draws a chunk holds at least, where the run has that many: large enough that handing out is free. */
const CHUNK_DRAWS = 16_384;

/** A range of draws that is evaluated in one go. */
export interface Chunk {
  /** Number of the first draw, from 0. */
  readonly start: number;
  /** Number of draws. */
  readonly length: number;
}

/** Which draws a run makes, and in which portions. Depends on nothing but the run's settings. */
export interface Plan {
  readonly run: DesignOptions;
  /** Every draw exactly once, in order. */
  readonly chunks: readonly Chunk[];
}

/** Portions a run; a chunk never splits a replicate, whose draws are cheapest to make together. */
export function planRun(run: DesignOptions): Plan {
  const chunks: Chunk[] = [];
  const boundaries = chunkBoundaries(createDesign(run));
  for (let k = 0, start = 0; k < boundaries.length; k++) {
    const end = boundaries[k]!;
    if (end - start < CHUNK_DRAWS && k + 1 < boundaries.length) continue;
    chunks.push({ start, length: end - start });
    start = end;
  }
  return { run, chunks };
}

function chunkBoundaries({ draws, replicates }: Design): readonly number[] {
  if (replicates) return replicates.slice(1);
  const count = Math.ceil(draws / CHUNK_DRAWS);
  return Array.from({ length: count }, (_, k) => Math.min(draws, (k + 1) * CHUNK_DRAWS));
}
