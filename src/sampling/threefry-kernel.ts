import { instantiate } from "../wasm/instantiate.js";
import type { Memory } from "../wasm/memory.js";
import { uniformsCode, wordsCode } from "./threefry-code.js";

/**
 * Makes consecutive blocks of a stream as vectors, the same bits as `threefry4x32`. Four blocks are
 * made together: what the last group has too many is written as well.
 *
 * @param counter the first block's; its first word may not overflow on the way
 * @param address where the numbers go
 */
type MakeBlocks = (key: Uint32Array, counter: Uint32Array, address: number, blocks: number) => void;

export interface ThreefryKernel {
  /** Two uniforms a block. */
  readonly uniforms: MakeBlocks;
  /** Four words a block. */
  readonly words: MakeBlocks;
}

/** Starts the kernel; undefined where the machine has no vector instructions. */
export function threefryKernel(memory: Memory): ThreefryKernel | undefined {
  const functions = instantiate([uniformsCode, wordsCode], memory);
  if (!functions) return undefined;
  const { uniforms, words } = functions;
  return {
    uniforms: (key, [c0, c1, c2, c3], address, blocks) => {
      uniforms!(
        key[0]!,
        key[1]!,
        key[2]!,
        key[3]!,
        c0!,
        c1!,
        c2!,
        c3!,
        address,
        address + 16 * blocks,
      );
    },
    words: (key, [c0, c1, c2, c3], address, blocks) => {
      words!(
        key[0]!,
        key[1]!,
        key[2]!,
        key[3]!,
        c0!,
        c1!,
        c2!,
        c3!,
        address,
        address + 16 * blocks,
      );
    },
  };
}
