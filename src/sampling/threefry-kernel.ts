import { compiledOnce } from "../wasm/compiled-once.js";
import type { Memory } from "../wasm/memory.js";
import { uniformsCode, wordsCode } from "./threefry-code.js";

const TWO_TO_32 = 2 ** 32;

/**
 * Makes consecutive blocks of a stream as vectors, the same bits as `threefry4x32`. Four blocks are
 * made together: what the last group has too many is written as well.
 */
export interface ThreefryKernel {
  /**
   * Two uniforms a block.
   *
   * @param first number of the first block, below 2^52; its low word may not overflow on the way
   * @param address where the uniforms go
   */
  readonly uniforms: (key: Uint32Array, first: number, address: number, blocks: number) => void;
  /**
   * Four words a block.
   *
   * @param counter of the first block; its first word may not overflow on the way
   */
  readonly words: (key: Uint32Array, counter: Uint32Array, address: number, blocks: number) => void;
}

const startThreefry = compiledOnce(() => ({ definitions: [uniformsCode(), wordsCode()] }));

/** Starts the kernel; undefined where the machine has no vector instructions. */
export function threefryKernel(memory: Memory): ThreefryKernel | undefined {
  const functions = startThreefry(memory);
  if (!functions) return undefined;
  const uniforms = functions["uniforms"]!;
  const words = functions["words"]!;
  // Written out: spreading a typed array costs more than a block.
  return {
    uniforms: (key, first, at, blocks) => {
      const high = Math.floor(first / TWO_TO_32);
      const low = first - high * TWO_TO_32;
      uniforms(key[0]!, key[1]!, key[2]!, key[3]!, low, high, 0, 0, at, at + 16 * blocks);
    },
    words: (key, counter, at, blocks) => {
      const [c0, c1, c2, c3] = counter;
      words(key[0]!, key[1]!, key[2]!, key[3]!, c0!, c1!, c2!, c3!, at, at + 16 * blocks);
    },
  };
}
