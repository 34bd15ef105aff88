import { threefry4x32 } from "./threefry.js";

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
export function permutation(key: Uint32Array, index: number, size: number): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, position) => position);
  const counter = Uint32Array.of(0, 0, index, PERMUTATION_DOMAIN);
  const words = new Uint32Array(4);
  for (let last = size - 1, step = 0; last > 0; last--, step++) {
    if ((step & 3) === 0) {
      counter[0] = step >>> 2;
      threefry4x32(counter, key, words);
    }
    const other = Math.floor((words[step & 3]! / TWO_TO_32) * (last + 1));
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
  return order;
}
