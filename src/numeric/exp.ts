import { EXP } from "./exp-coefficients.js";
import { nearestWhole } from "./nearest-whole.js";
import { scaleByPower } from "./scale-by-power.js";

const [P1, P2, P3, P4, P5] = EXP.remez;

/**
 * e^x within 1 unit in the last place (0.75 at most in 8 million points), of the same bits on every machine:
 * only operations to which IEEE 754 gives one answer. NaN gives NaN.
 *
 * x = k ln 2 + r with |r| up to ln 2 / 2, and e^r = 1 + r + r c / (2 - c) by a rational function.
 *
 * Source: fdlibm 5.3 (Sun Microsystems, 1993), e_exp.c, without its branches; the sum to 1 after Dekker, A
 * floating-point technique for extending the available precision, Numer. Math. 18 (1971).
 */
export function exp(x: number): number {
  const bounded = Math.min(Math.max(x, EXP.least), EXP.most);
  const k = nearestWhole(bounded * EXP.perLn2);
  const high = bounded - k * EXP.ln2High;
  const low = k * EXP.ln2Low;
  const r = high - low;
  const t = r * r;
  const tt = t * t;
  const c = r - t * (P1 + t * P2 + tt * (P3 + t * P4 + tt * P5));
  const beyond = (r * c) / (2 - c) - low;
  const sum = 1 + high;
  return scaleByPower(sum + (1 - sum + high + beyond), k);
}
