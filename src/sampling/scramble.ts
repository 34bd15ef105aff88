import { threefry4x32 } from "./threefry.js";

/** Bits of a scrambled coordinate. */
const BITS = 52;
/** Marks counters that address scrambles, so that they never meet those of uniforms. */
const SCRAMBLE_DOMAIN = 2;

/** A scrambled dimension: 52-bit directions and shift, each as its high 32 and low 20 bits. */
export interface Scrambled {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly shiftHigh: number;
  readonly shiftLow: number;
  /**
   * 52-bit numbers, each its low 32 bits and its high 20: the shift, the directions, and the directions
   * with the first of them added bit by bit.
   */
  readonly packed: Uint32Array;
}

/**
 * A random linear scramble of one dimension, with a digital shift: each direction is multiplied by a
 * random lower-triangular bit matrix with ones on its diagonal. Points keep their stratification,
 * each becomes uniform on the 2^52 cells, and the variance of a mean is that of Owen's nested
 * scramble.
 *
 * @param key the stream's key
 * @param index which scramble of this stream
 * @param directions 32-bit fractions
 *
 * Source: Matoušek, "On the L2-discrepancy for anchored boxes", J. Complexity 14 (1998); Owen,
 * "Variance with alternative scramblings of digital nets", ACM TOMACS 13 (2003).
 */
export function scramble(key: Uint32Array, index: number, directions: Uint32Array): Scrambled {
  const high = new Uint32Array(directions.length);
  const low = new Uint32Array(directions.length);
  const counter = Uint32Array.of(0, 0, index, SCRAMBLE_DOMAIN);
  const words = new Uint32Array(4);
  for (let row = 0; row < BITS; row++) {
    counter[0] = row;
    threefry4x32(counter, key, words);
    // Random bits left of the diagonal, one on it; beyond 32 bits a direction has none to mix.
    const mask =
      row < 32 ? ((words[0]! & ~(0xffffffff >>> row)) | (0x80000000 >>> row)) >>> 0 : words[0]!;
    for (let j = 0; j < directions.length; j++) {
      const bit = parity(mask & directions[j]!);
      if (row < 32) high[j]! |= bit << (31 - row);
      else low[j]! |= bit << (BITS - 1 - row);
    }
  }
  counter[0] = BITS;
  threefry4x32(counter, key, words);
  const shiftHigh = words[0]!;
  const shiftLow = words[1]! >>> 12;
  const packed = new Uint32Array(2 + 4 * directions.length);
  const pack = (place: number, upper: number, lower: number): void => {
    packed[2 * place] = (upper << 20) | lower;
    packed[2 * place + 1] = upper >>> 12;
  };
  pack(0, shiftHigh, shiftLow);
  for (let j = 0; j < directions.length; j++) {
    pack(1 + j, high[j]!, low[j]!);
    pack(1 + directions.length + j, high[j]! ^ high[0]!, low[j]! ^ low[0]!);
  }
  return { high, low, shiftHigh, shiftLow, packed };
}

function parity(word: number): number {
  let folded = word ^ (word >>> 16);
  folded ^= folded >>> 8;
  folded ^= folded >>> 4;
  return (0x6996 >>> (folded & 15)) & 1;
}
