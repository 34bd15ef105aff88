import { doubleBits } from "./double-bits.js";
import { type LogarithmBase, LOG_REMEZ } from "./logarithm-bases.js";

const [L1, L2, L3, L4, L5, L6, L7] = LOG_REMEZ;
const SMALLEST_NORMAL = 2 ** -1022;
/** Upper words of 1 and of the square root of 1/2. */
const ONE = 0x3ff00000;
const ROOT_HALF = 0x3fe6a09e;

/**
 * The logarithm of x within 1 unit in the last place (0.69 at most in 8 million points to base e, 0.70 to base
 * 10, 0.78 to base 2), exact at whole powers of 2 and 10 to their own bases, of the same bits on every machine:
 * only operations to which IEEE 754 gives one answer. 0 of either sign gives -Infinity, less gives NaN.
 *
 * x = m 2^k with m between the roots of 1/2 and 2, log m by a polynomial in (m - 1) / (m + 1), and the
 * result in two parts of which the second holds what the first rounds off.
 *
 * Source: the Remez polynomial of fdlibm 5.3 (Sun Microsystems, 1993), e_log.c; the parts as in FreeBSD's
 * e_log2.c, after Dekker, A floating-point technique for extending the available precision, Numer. Math. 18 (1971).
 */
export function logarithm(x: number, base: LogarithmBase): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x < 0 ? NaN : x;
  const tiny = x < SMALLEST_NORMAL;
  const normal = tiny ? x * 2 ** 54 : x;
  const shifted = doubleBits.highWord(normal) + (ONE - ROOT_HALF);
  const k = (shifted >> 20) - (tiny ? 1023 + 54 : 1023);
  const f = doubleBits.withHighWord(normal, (shifted & 0xfffff) + ROOT_HALF) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (L2 + w * (L4 + w * L6));
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const half = 0.5 * f * f;
  const high = doubleBits.leading(f - half);
  const low = f - high - half + s * (half + (even + odd));
  const ofM = high * base.inverseHigh;
  const ofPower = k * base.twoHigh;
  const rest = k * base.twoLow + ((low + high) * base.inverseLow + low * base.inverseHigh);
  const sum = ofPower + ofM;
  return sum + (rest + (ofPower - sum + ofM));
}
