import type { Method } from "../scenario/scenario.js";
import type { Memory } from "../wasm/memory.js";

/**
 * Independent replicates inside a run: draws are dealt out in blocks, block b to replicate b mod
 * count. Draws of one replicate depend on each other; replicates do not, so their spread measures
 * the error of any statistic.
 */
export interface Replication {
  readonly count: number;
  /** Draws in a block; the last block may hold fewer. */
  readonly block: number;
}

/**
 * Fills a column with the uniforms, each in (0, 1), of so many draws of one input.
 *
 * @param input name of the input: the stream
 * @param start number of the first draw, from 0
 */
export type FillUniforms = (input: string, start: number, column: Float64Array) => void;

/**
 * Readies the filling of columns that lie in a memory of kernels, with spare bytes on either side:
 * the same bits, without copies.
 *
 * @param scratch address of memory that the design may use for itself, `scratchBytes` of it
 * @returns undefined where the machine has no vector instructions
 */
export type FillInMemory = (memory: Memory, scratch: number) => FillUniforms | undefined;

/** How the uniforms of a run are laid out. Every member is a pure function of its arguments. */
export interface Design {
  readonly method: Method;
  readonly draws: number;
  /** Absent where every draw is independent. */
  readonly replication?: Replication;
  readonly fill: FillUniforms;
  readonly inMemory: FillInMemory;
  /** Bytes of scratch memory that `inMemory` needs. */
  readonly scratchBytes: number;
}

/** What a design is made from. */
export interface DesignOptions {
  readonly method: Method;
  readonly draws: number;
  /**
   * Draws the run began with, where it grows until it is precise enough: blocks and hypercubes keep
   * the size they have in a run of so many, so that every stage begins with the draws of the last.
   */
  readonly growsFrom?: number;
  /** Seed phrase. */
  readonly seed: string;
  /**
   * Names in a fixed order, a superset of the inputs: the place of an input is its Sobol' dimension.
   */
  readonly dimensions: readonly string[];
}
