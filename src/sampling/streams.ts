import { streamKey } from "./stream-key.js";
import { BLOCKS_MAX, threefryKernel } from "./threefry-kernel.js";
import { threefry4x32 } from "./threefry.js";
import { fillUniforms } from "./uniforms.js";

/** Fewer blocks are made one by one. */
const KERNEL_FROM = 16;
const TWO_TO_32 = 2 ** 32;

/** The streams of random numbers of one seed, by name. */
export interface Streams {
  readonly key: (name: string) => Uint32Array;
  /** `fillUniforms`, several at a time. */
  readonly fill: (key: Uint32Array, start: number, out: Float64Array) => void;
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
  const kernel = threefryKernel();
  return {
    key: (name) => {
      const key = keys.get(name) ?? streamKey(seed, name);
      keys.set(name, key);
      return key;
    },
    fill: (key, start, out) => {
      for (let from = 0; from < out.length;) {
        const skip = (start + from) % 2;
        const block = (start + from - skip) / 2;
        const blocks = Math.min(BLOCKS_MAX, Math.ceil((out.length - from + skip) / 2));
        const length = Math.min(2 * blocks - skip, out.length - from);
        const part = out.subarray(from, from + length);
        const low = block % TWO_TO_32;
        if (!kernel || blocks < KERNEL_FROM || low + blocks > TWO_TO_32) {
          fillUniforms(key, start + from, part);
        } else {
          const counter = Uint32Array.of(low, Math.floor(block / TWO_TO_32), 0, 0);
          part.set(kernel.uniforms(key, counter, blocks).subarray(skip, skip + length));
        }
        from += length;
      }
    },
    words: (key, counter, count) => {
      const out = new Uint32Array(4 * Math.ceil(count / 4));
      const at = counter.slice();
      for (let first = 0; 4 * first < out.length; first += BLOCKS_MAX) {
        const blocks = Math.min(BLOCKS_MAX, out.length / 4 - first);
        at[0] = first;
        if (kernel) unpack(kernel.words(key, at, blocks), out.subarray(4 * first), blocks);
        else fillWords(key, at, out.subarray(4 * first), blocks);
      }
      return out;
    },
  };
}

/** From the kernel's order to one block after the other. */
function unpack(packed: Uint32Array, out: Uint32Array, blocks: number): void {
  for (let block = 0; block < blocks; block++) {
    const place = 16 * (block >> 2) + (block & 3);
    for (let word = 0; word < 4; word++) out[4 * block + word] = packed[place + 4 * word]!;
  }
}

function fillWords(key: Uint32Array, first: Uint32Array, out: Uint32Array, blocks: number): void {
  const counter = first.slice();
  for (let block = 0; block < blocks; block++, counter[0]!++) {
    threefry4x32(counter, key, out.subarray(4 * block, 4 * block + 4));
  }
}
