import { instantiate } from "../wasm/instantiate.js";
import { uniformsCode, wordsCode } from "./threefry-code.js";

/** Blocks of the generator made in one call at most. */
export const BLOCKS_MAX = 1024;

/**
 * Makes consecutive blocks of a stream as vectors; what memory holds afterwards is overwritten by the
 * next call. Same bits as `threefry4x32`.
 *
 * @param counter the first block's; its first word may not overflow on the way
 * @param blocks at most `BLOCKS_MAX`
 */
export interface ThreefryKernel {
  /** Two uniforms a block. */
  readonly uniforms: (key: Uint32Array, counter: Uint32Array, blocks: number) => Float64Array;
  /** Word w of block b at 16 floor(b / 4) + 4 w + b mod 4. */
  readonly words: (key: Uint32Array, counter: Uint32Array, blocks: number) => Uint32Array;
}

/** Starts the kernel; undefined where the machine has no vector instructions. */
export function threefryKernel(): ThreefryKernel | undefined {
  const started = instantiate([uniformsCode, wordsCode], 16 * BLOCKS_MAX);
  if (!started) return undefined;
  const { functions, memory } = started;
  const uniforms = new Float64Array(memory, 0, 2 * BLOCKS_MAX);
  const words = new Uint32Array(memory, 0, 4 * BLOCKS_MAX);
  return {
    uniforms: (key, counter, blocks) => {
      functions["uniforms"]!(...key, ...counter, 16 * blocks);
      return uniforms;
    },
    words: (key, counter, blocks) => {
      functions["words"]!(...key, ...counter, 16 * blocks);
      return words;
    },
  };
}
