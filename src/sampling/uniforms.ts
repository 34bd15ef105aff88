import { threefry4x32 } from "./threefry.js";

const TWO_TO_20 = 2 ** 20;
const TWO_TO_32 = 2 ** 32;
const TWO_TO_MINUS_52 = 2 ** -52;

/**
 * The middle of one of 2^52 equal cells of (0, 1), picked by two 32-bit words.
 * Never 0 and never 1: the extremes are 2^-53 and 1 - 2^-53.
 */
export function toUniform(high: number, low: number): number {
  return (high * TWO_TO_20 + (low >>> 12) + 0.5) * TWO_TO_MINUS_52;
}

/**
 * Independent uniforms of a run of draws of one stream. Draw i depends only on (key, i).
 *
 * @param key the stream's key, four 32-bit words
 * @param start number of the first draw, from 0
 * @param out receives one uniform in (0, 1) per draw
 */
export function fillUniforms(key: Uint32Array, start: number, out: Float64Array): void {
  const counter = new Uint32Array(4);
  const words = new Uint32Array(4);
  let cursor = 0;
  for (let block = Math.floor(start / 2); cursor < out.length; block++) {
    counter[0] = block >>> 0;
    counter[1] = Math.floor(block / TWO_TO_32);
    threefry4x32(counter, key, words);
    if (2 * block >= start) out[cursor++] = toUniform(words[0]!, words[1]!);
    if (cursor < out.length) out[cursor++] = toUniform(words[2]!, words[3]!);
  }
}
