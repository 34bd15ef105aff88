import { doubleBits } from "./double-bits.js";
import { EXP } from "./exp-coefficients.js";
import { nearestWhole } from "./nearest-whole.js";
import { RAISE } from "./raise-coefficients.js";
import { scaleByPower } from "./scale-by-power.js";

const { leading } = doubleBits;
const [L1, L2, L3, L4, L5, L6] = RAISE.remez;
const [P1, P2, P3, P4, P5] = EXP.remez;
const SMALLEST_NORMAL = 2 ** -1022;

/** A number as the sum of two, the first of few bits. */
interface Pair {
  readonly high: number;
  readonly low: number;
}

/**
 * x^y for x from 0 on, within 1 unit in the last place whatever the exponent (0.66 at most in 8 million points), of
 * the same bits on every machine: only operations to which IEEE 754 gives one answer. What has no limit, such as
 * 0^0, Infinity^0 and 1^Infinity, gives NaN, and so does NaN.
 *
 * log2 x in two parts that hold some 70 bits together, times y, and 2 raised to the product.
 *
 * Source: fdlibm 5.3 (Sun Microsystems, 1993), e_pow.c, without its branches; the parts after Dekker, A
 * floating-point technique for extending the available precision, Numer. Math. 18 (1971).
 */
export function raise(x: number, y: number): number {
  const { high, low } = binaryLogarithm(x);
  const rough = y * (x === 0 ? -Infinity : x < Infinity ? high : x);
  if (rough !== rough) return NaN;
  if (rough > RAISE.most) return Infinity;
  if (rough < RAISE.least) return 0;
  const yHigh = leading(y);
  return twoTo({ high: yHigh * high, low: (y - yHigh) * high + y * low });
}

function binaryLogarithm(x: number): Pair {
  const tiny = x < SMALLEST_NORMAL;
  const normal = tiny ? x * 2 ** 54 : x;
  const word = doubleBits.highWord(normal);
  const mantissa = doubleBits.withHighWord(normal, (word & 0xfffff) | 0x3ff00000);
  const nearTwo = mantissa >= RAISE.root3;
  const near1_5 = mantissa >= RAISE.root1_5 && !nearTwo;
  const k = (word >> 20) - (tiny ? 1023 + 54 : 1023) + (nearTwo ? 1 : 0);
  const { high, low } = threefoldAtanh(nearTwo ? mantissa * 0.5 : mantissa, near1_5 ? 1.5 : 1);

  const ofNearHigh = near1_5 ? RAISE.log2Of1_5High : 0;
  const ofNearLow = near1_5 ? RAISE.log2Of1_5Low : 0;
  const scaledHigh = RAISE.scaleHigh * high;
  const scaledLow = RAISE.scaleLow * high + low * RAISE.scale + ofNearLow;
  const total = leading(scaledHigh + scaledLow + ofNearHigh + k);
  return { high: total, low: scaledLow - (total - k - ofNearHigh - scaledHigh) };
}

/** 3 atanh(s) = s (3 + s^2 + rest) for s = (m - near) / (m + near). */
function threefoldAtanh(m: number, near: number): Pair {
  const top = m - near;
  const s = top / (m + near);
  const sHigh = leading(s);
  const bottomHigh = leading(m + near);
  const bottomLow = m - (bottomHigh - near);
  const sLow = (1 / (m + near)) * (top - sHigh * bottomHigh - sHigh * bottomLow);

  const z = s * s;
  const zz = z * z;
  const square = sHigh * sHigh;
  const series = L1 + z * L2 + zz * (L3 + z * L4 + zz * (L5 + z * L6));
  const rest = zz * series + sLow * (sHigh + s);
  const factorHigh = leading(3 + square + rest);
  const factorLow = rest - (factorHigh - 3 - square);
  const u = sHigh * factorHigh;
  const v = sLow * factorHigh + factorLow * s;
  const high = leading(u + v);
  return { high, low: v - (high - u) };
}

/** 2 to a power n + t: e^(t ln 2) as `exp` does, with a in two parts. */
function twoTo({ high, low }: Pair): number {
  const n = nearestWhole(high + low);
  const fraction = high - n;
  const tHigh = leading(fraction + low);
  const tLow = low - (tHigh - fraction);
  const linear = tHigh * RAISE.ln2High;
  const linearLow = tLow * RAISE.ln2 + tHigh * RAISE.ln2Low;
  const a = linear + linearLow;
  const e = linearLow - (a - linear);
  const q = a * a;
  const qq = q * q;
  const c = a - q * (P1 + q * P2 + qq * (P3 + q * P4 + qq * P5));
  const beyond = (a * c) / (2 - c) + (e + a * e);
  const sum = 1 + a;
  return scaleByPower(sum + (1 - sum + a + beyond), n);
}
