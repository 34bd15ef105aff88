import type { Streams } from "./streams.js";

const TWO_TO_32 = 2 ** 32;
/** Marks counters that address permutations, so that they never meet those of uniforms. */
const PERMUTATION_DOMAIN = 1;

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
  const order = new Uint32Array(size);
  for (let k = 0; k < size; k++) order[k] = k;
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
