import type { Method } from "../scenario/scenario.js";

/** How the uniforms of a run are laid out. Every member is a pure function of its arguments. */
export interface Design {
  readonly method: Method;
  readonly draws: number;
  /**
   * First draw of each independent replicate, then `draws`. Draws of one replicate depend on each
   * other; replicates do not, so their spread measures the error. Absent where every draw is
   * independent.
   */
  readonly replicates?: readonly number[];
  /**
   * Fills `out` with the uniforms, each in (0, 1), of `out.length` draws of one input.
   *
   * @param input name of the input: the stream
   * @param start number of the first draw, from 0
   */
  readonly fill: (input: string, start: number, out: Float64Array) => void;
}

/** What a design is made from. */
export interface DesignOptions {
  readonly method: Method;
  readonly draws: number;
  /** Seed phrase. */
  readonly seed: string;
}
