import type { Memory } from "../wasm/memory.js";
import { startStrata } from "./stratify-code.js";
import type { Streams } from "./streams.js";
import { threefryKernel } from "./threefry-kernel.js";

const TWO_TO_32 = 2 ** 32;
/** Marks counters that address permutations, so that they never meet those of uniforms. */
const PERMUTATION_DOMAIN = 1;
/** Steps made in one call, a word each. */
const PORTION = 4096;

/**
 * A uniformly random permutation of 0 .. size-1, a pure function of (key, index).
 * Each step takes the high word of a 32 x 32 bit product, whose bias is below size / 2^32.
 *
 * Source: Durstenfeld, "Algorithm 235: Random permutation", CACM 7 (1964).
 *
 * @param key the stream's key
 * @param index which permutation of this stream
 * @param size from 1 to 2^20
 */
export function permutation(
  streams: Pick<Streams, "words">,
  key: Uint32Array,
  index: number,
  size: number,
): Uint32Array {
  const order = ascendingTo(size);
  const counter = Uint32Array.of(0, 0, index, PERMUTATION_DOMAIN);
  const words = streams.words(key, counter, size - 1);
  for (let last = size - 1, step = 0; last > 0; last--, step++) {
    const other = Math.floor((words[step]! / TWO_TO_32) * (last + 1));
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
  return order;
}

/** Makes many permutations, each as `permutation` does; what it returned is overwritten by the next. */
export type Permute = (key: Uint32Array, index: number, size: number) => Uint32Array;

/** Bytes that permutations of so many at most are made in. */
export function permuterBytes(sizeMax: number): number {
  return 4 * PORTION + 4 * sizeMax;
}

/**
 * `permutation` without going back and forth between words and steps.
 *
 * @param at address of `permuterBytes` of memory
 * @param sizeMax the largest permutation
 * @returns undefined where the machine has no WebAssembly with vectors
 */
export function permuter(memory: Memory, at: number, sizeMax: number): Permute | undefined {
  const begin = at + 4 * PORTION;
  const threefry = threefryKernel(memory);
  const shuffle = startStrata(memory)?.["shuffle"];
  if (!threefry || !shuffle) return undefined;
  const all = new Uint32Array(memory.buffer, begin, sizeMax);
  const ascending = ascendingTo(sizeMax);
  return (key, index, size) => {
    const order = all.subarray(0, size);
    order.set(ascending.subarray(0, size));
    const counter = Uint32Array.of(0, 0, index, PERMUTATION_DOMAIN);
    for (let last = size - 1; last > 0; last -= PORTION) {
      const steps = Math.min(last, PORTION);
      threefry.words(key, counter, at, Math.ceil(steps / 4));
      shuffle(at, at + 4 * steps, begin, last);
      counter[0]! += PORTION / 4;
    }
    return order;
  };
}

/** 0, 1, 2, ... */
function ascendingTo(size: number): Uint32Array {
  const order = new Uint32Array(size);
  for (let k = 0; k < size; k++) order[k] = k;
  return order;
}
