import { EXP } from "../numeric/exp-coefficients.js";
import { RAISE } from "../numeric/raise-coefficients.js";
import type { Code } from "../wasm/code.js";
import type { Definition } from "../wasm/encode-module.js";
import { f64x2, i64x2, v128 } from "../wasm/instructions.js";
import {
  exponentOf,
  leading,
  nearestWhole,
  normalOf,
  pairwise,
  scaleByPower,
  sum,
  vectorFunction,
  type VectorFunction,
} from "./vector-function.js";

const { add, sub, mul, div, const: constant } = f64x2;

/** A number as the sum of two. */
interface Pair {
  readonly high: Code;
  readonly low: Code;
}

type Keep = VectorFunction["keep"];

/** `raise` of two draws, operation by operation that of src/numeric. */
export function emitRaise(): Definition {
  const { parameters, keep, finish } = vectorFunction("raise", 2);
  const [x, y] = parameters as [Code, Code];
  const logarithm = logarithmOf(x, keep);
  const { high, low } = logarithm;
  const finite = v128.select(high, x, f64x2.lt(x, constant(Infinity)));
  const ofX = v128.select(constant(-Infinity), finite, f64x2.eq(x, constant(0)));
  const rough = keep(mul(y, ofX));
  const yHigh = keep(leading(y));
  const product = {
    high: keep(mul(yHigh, high)),
    low: keep(add(mul(sub(y, yHigh), high), mul(y, low))),
  };
  const power = powerOfTwo(product, keep);
  const inRange = v128.select(constant(0), power, f64x2.lt(rough, constant(RAISE.least)));
  const result = v128.select(constant(Infinity), inRange, f64x2.gt(rough, constant(RAISE.most)));
  return finish(v128.or(result, f64x2.ne(rough, rough)));
}

function logarithmOf(x: Code, keep: Keep): Pair {
  const { tiny, value } = normalOf(x, keep);
  const fraction = v128.and(value, i64x2.splat(0xfffffffffffffn));
  const mantissa = keep(v128.or(fraction, constant(1)));
  const nearTwo = keep(f64x2.ge(mantissa, constant(RAISE.root3)));
  const near1_5 = keep(v128.and(f64x2.ge(mantissa, constant(RAISE.root1_5)), v128.not(nearTwo)));
  const k = keep(add(exponentOf(value, tiny), v128.and(nearTwo, constant(1))));
  const m = keep(v128.select(mul(mantissa, constant(0.5)), mantissa, nearTwo));
  const near = keep(v128.select(constant(1.5), constant(1), near1_5));
  const { high, low } = threefoldAtanh(m, near, keep);

  const ofNearHigh = keep(v128.and(near1_5, constant(RAISE.log2Of1_5High)));
  const ofNearLow = v128.and(near1_5, constant(RAISE.log2Of1_5Low));
  const scaledHigh = keep(mul(constant(RAISE.scaleHigh), high));
  const scaledLow = keep(
    sum(mul(constant(RAISE.scaleLow), high), mul(low, constant(RAISE.scale)), ofNearLow),
  );
  const total = keep(leading(sum(scaledHigh, scaledLow, ofNearHigh, k)));
  return {
    high: total,
    low: keep(sub(scaledLow, sub(sub(sub(total, k), ofNearHigh), scaledHigh))),
  };
}

/** 3 atanh(s) for s = (m - near) / (m + near). */
function threefoldAtanh(m: Code, near: Code, keep: Keep): Pair {
  const top = keep(sub(m, near));
  const bottom = keep(add(m, near));
  const inverse = keep(div(constant(1), bottom));
  const s = keep(div(top, bottom));
  const sHigh = keep(leading(s));
  const bottomHigh = keep(leading(bottom));
  const bottomLow = sub(m, sub(bottomHigh, near));
  const sLow = keep(mul(inverse, sub(sub(top, mul(sHigh, bottomHigh)), mul(sHigh, bottomLow))));
  const z = keep(mul(s, s));
  const square = keep(mul(sHigh, sHigh));
  const zz = keep(mul(z, z));
  const series = pairwise(RAISE.remez, z, zz);
  const rest = keep(add(mul(zz, series), mul(sLow, add(sHigh, s))));
  const factorHigh = keep(leading(sum(constant(3), square, rest)));
  const factorLow = sub(rest, sub(sub(factorHigh, constant(3)), square));
  const u = keep(mul(sHigh, factorHigh));
  const v = keep(add(mul(sLow, factorHigh), mul(factorLow, s)));
  const high = keep(leading(add(u, v)));
  return { high, low: keep(sub(v, sub(high, u))) };
}

/** 2 to a power in two parts. */
function powerOfTwo({ high, low }: Pair, keep: Keep): Code {
  const n = keep(nearestWhole(add(high, low)));
  const fraction = keep(sub(high, n));
  const tHigh = keep(leading(add(fraction, low)));
  const tLow = sub(low, sub(tHigh, fraction));
  const linear = keep(mul(tHigh, constant(RAISE.ln2High)));
  const linearLow = keep(add(mul(tLow, constant(RAISE.ln2)), mul(tHigh, constant(RAISE.ln2Low))));
  const a = keep(add(linear, linearLow));
  const e = keep(sub(linearLow, sub(a, linear)));
  const q = keep(mul(a, a));
  const qq = keep(mul(q, q));
  const c = keep(sub(a, mul(q, pairwise(EXP.remez, q, qq))));
  const beyond = add(div(mul(a, c), sub(constant(2), c)), add(e, mul(a, e)));
  const total = keep(add(constant(1), a));
  const y = add(total, add(add(sub(constant(1), total), a), beyond));
  return scaleByPower(y, n, keep);
}
