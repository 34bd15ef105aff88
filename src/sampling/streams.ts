import { createMemory } from "../wasm/memory.js";
import type { FillInMemory } from "./design.js";
import { streamKey } from "./stream-key.js";
import { type ThreefryKernel, threefryKernel } from "./threefry-kernel.js";
import { threefry4x32 } from "./threefry.js";
import { fillUniforms } from "./uniforms.js";

/** Blocks whose words are made in one call. */
const WORD_BLOCKS = 1024;
const TWO_TO_32 = 2 ** 32;

/** The streams of random numbers of one seed, by name. */
export interface Streams {
  readonly key: (name: string) => Uint32Array;
  /** Uniforms of a stream, as vectors into columns of a memory where the machine can. */
  readonly inMemory: FillInMemory;
  /**
   * The words of consecutive blocks, from a counter whose first word is 0.
   *
   * @param words how many, from the first; at most 2^22
   */
  readonly words: (key: Uint32Array, counter: Uint32Array, words: number) => Uint32Array;
}

/** Keys are worked out once; numbers are made as vectors where the machine can. */
export function createStreams(seed: string): Streams {
  const keys = new Map<string, Uint32Array>();
  const keyOf = (name: string): Uint32Array => {
    const key = keys.get(name) ?? streamKey(seed, name);
    keys.set(name, key);
    return key;
  };
  return {
    key: keyOf,
    inMemory: (memory) => {
      const kernel = threefryKernel(memory);
      return kernel && ((input, start, column) => fillColumn(kernel, keyOf(input), start, column));
    },
    words: (key, counter, count) => {
      makeWords ??= wordMaker();
      const out = new Uint32Array(4 * Math.ceil(count / 4));
      const at = counter.slice();
      for (let first = 0; first < out.length; first += 4 * WORD_BLOCKS) {
        at[0] = first / 4;
        makeWords(key, at, out.subarray(first, first + 4 * WORD_BLOCKS));
      }
      return out;
    },
  };
}

/** A stream's uniforms into a column of the kernel's memory; a first block may begin before it. */
function fillColumn(
  { uniforms }: ThreefryKernel,
  key: Uint32Array,
  start: number,
  column: Float64Array,
): void {
  const skip = start % 2;
  const block = (start - skip) / 2;
  const blocks = Math.ceil((column.length + skip) / 2);
  if ((block % TWO_TO_32) + blocks > TWO_TO_32) return fillUniforms(key, start, column);
  uniforms(key, block, column.byteOffset - 8 * skip, blocks);
}

/** Fills `out` with the words of whole blocks. */
type MakeWords = (key: Uint32Array, counter: Uint32Array, out: Uint32Array) => void;

/** Of the whole process: it keeps nothing from one call to the next. */
let makeWords: MakeWords | undefined;

function wordMaker(): MakeWords {
  const memory = createMemory(16 * WORD_BLOCKS);
  const kernel = memory && threefryKernel(memory);
  if (!kernel) return fillWords;
  const made = new Uint32Array(memory.buffer, 0, 4 * WORD_BLOCKS);
  return (key, counter, out) => {
    kernel.words(key, counter, 0, out.length / 4);
    out.set(made.subarray(0, out.length));
  };
}

function fillWords(key: Uint32Array, first: Uint32Array, out: Uint32Array): void {
  const counter = first.slice();
  for (let k = 0; k < out.length; k += 4, counter[0]!++) {
    threefry4x32(counter, key, out.subarray(k, k + 4));
  }
}
