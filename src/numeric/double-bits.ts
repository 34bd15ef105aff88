const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
/** Which of a double's two words holds its sign: the second, but for machines that write it first. */
export const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0]!;
const LOW = 1 - HIGH;

/**
 * Doubles as their bits (IEEE 754 binary64): a sign, 11 bits of exponent plus 1023 and 52 bits of
 * fraction, as two words of 32 bits. Nothing is kept between calls.
 */
export const doubleBits = {
  /** The upper 32 bits, signed: they order positive doubles as the doubles are. */
  highWord: (x: number): number => {
    double[0] = x;
    return words[HIGH]! | 0;
  },
  /** The lower 32 bits as zeros: at most 21 significant bits, so that products of two are exact. */
  leading: (x: number): number => {
    double[0] = x;
    words[LOW] = 0;
    return double[0];
  },
  /** A number with other upper 32 bits. */
  withHighWord: (x: number, word: number): number => {
    double[0] = x;
    words[HIGH] = word;
    return double[0];
  },
  /** 2^n for whole n from -1022 to 1023. */
  powerOfTwo: (n: number): number => {
    words[LOW] = 0;
    words[HIGH] = (n + 1023) << 20;
    return double[0]!;
  },
};
