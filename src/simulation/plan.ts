import { createDesign } from "../sampling/create-design.js";
import type { DesignOptions } from "../sampling/design.js";

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
  /** Number of the first draw; those before it have been made already. */
  readonly start: number;
  /** Number of the draw after the last. */
  readonly end: number;
  /** Every draw from `start` to `end` exactly once, in order. */
  readonly chunks: readonly Chunk[];
}

/** Portions a run; a chunk is whole blocks of the design, whose draws are cheapest to make together. */
export function planRun(run: DesignOptions, start = 0): Plan {
  const block = createDesign(run).replication?.block ?? CHUNK_DRAWS;
  const size = block * Math.ceil(CHUNK_DRAWS / block);
  const chunks: Chunk[] = [];
  for (let first = start; first < run.draws; first += size) {
    chunks.push({ start: first, length: Math.min(size, run.draws - first) });
  }
  return { run, start, end: run.draws, chunks };
}
