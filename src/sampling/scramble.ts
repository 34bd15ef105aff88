import type { Streams } from "./streams.js";
import { transposeBits } from "./transpose-bits.js";

/** Bits of a scrambled coordinate. */
const BITS = 52;
/** Directions that there is room for where they are packed. */
const DIRECTIONS_MAX = 32;
/** Marks counters that address scrambles, so that they never meet those of uniforms. */
const SCRAMBLE_DOMAIN = 2;

/** A scrambled dimension: 52-bit directions and shift, each as its high 32 and low 20 bits. */
export interface Scrambled {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly shiftHigh: number;
  readonly shiftLow: number;
  /**
   * 52-bit numbers, each its low 32 bits and its high 20: the shift, 32 directions, and as many with the
   * first of them added bit by bit; 0 where there are fewer.
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
 * @param directions 32-bit fractions, at most 32: as many as a point's number has bits
 *
 * Source: Matoušek, "On the L2-discrepancy for anchored boxes", J. Complexity 14 (1998); Owen,
 * "Variance with alternative scramblings of digital nets", ACM TOMACS 13 (2003).
 */
export function scramble(
  streams: Pick<Streams, "words">,
  key: Uint32Array,
  index: number,
  directions: Uint32Array,
): Scrambled {
  const counter = Uint32Array.of(0, 0, index, SCRAMBLE_DOMAIN);
  const words = streams.words(key, counter, 4 * (BITS + 1));
  const [upper, lower] = matrixColumns(words);
  const high = new Uint32Array(directions.length);
  const low = new Uint32Array(directions.length);
  for (let j = 0; j < directions.length; j++) {
    for (let left = directions[j]!; left !== 0;) {
      const first = Math.clz32(left);
      high[j]! ^= upper[first]!;
      low[j]! ^= lower[first]!;
      left ^= 0x80000000 >>> first;
    }
  }
  const shiftHigh = words[4 * BITS]!;
  const shiftLow = words[4 * BITS + 1]! >>> 12;
  const packed = new Uint32Array(2 + 4 * DIRECTIONS_MAX);
  const pack = (place: number, upper: number, lower: number): void => {
    packed[2 * place] = (upper << 20) | lower;
    packed[2 * place + 1] = upper >>> 12;
  };
  pack(0, shiftHigh, shiftLow);
  for (let j = 0; j < directions.length; j++) {
    pack(1 + j, high[j]!, low[j]!);
    pack(1 + DIRECTIONS_MAX + j, high[j]! ^ high[0]!, low[j]! ^ low[0]!);
  }
  return { high, low, shiftHigh, shiftLow, packed };
}

/**
 * Columns of a random matrix: their first 32 bits, and the 20 bits after those.
 *
 * @param words four a row, of which the first is the row
 */
function matrixColumns(words: Uint32Array): readonly [Uint32Array, Uint32Array] {
  const upper = new Uint32Array(32);
  const lower = new Uint32Array(32);
  for (let row = 0; row < 32; row++) {
    // Random bits left of the diagonal, one on it; beyond 32 bits a direction has none to mix.
    upper[row] = (words[4 * row]! & ~(0xffffffff >>> row)) | (0x80000000 >>> row);
  }
  for (let row = 32; row < BITS; row++) lower[row - 20] = words[4 * row]!;
  transposeBits(upper);
  transposeBits(lower);
  return [upper, lower];
}
