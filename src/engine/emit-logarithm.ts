import { LOG_REMEZ, type LogarithmBase, LOGARITHM_BASES } from "../numeric/logarithm-bases.js";
import type { Code } from "../wasm/code.js";
import type { Definition } from "../wasm/encode-module.js";
import { f64x2, i64x2, v128 } from "../wasm/instructions.js";
import { exponentOf, leading, normalOf, polynomial, vectorFunction } from "./vector-function.js";

const { add, sub, mul, div, const: constant } = f64x2;
const [L1, L2, L3, L4, L5, L6, L7] = LOG_REMEZ;
/** The root of 1/2, rounded down to its upper word, and how far it is from 1. */
const ROOT_HALF = 0x3fe6a09en << 32n;
const TO_ONE = (0x3ff00000n << 32n) - ROOT_HALF;

/** `logarithm` of two draws, operation by operation that of src/numeric. */
export function emitLogarithm(name: keyof typeof LOGARITHM_BASES): Definition {
  const base: LogarithmBase = LOGARITHM_BASES[name];
  const { parameters, keep, finish } = vectorFunction(name, 1);
  const x = parameters[0]!;
  const { tiny, value } = normalOf(x, keep);
  const shifted = keep(i64x2.add(value, i64x2.splat(TO_ONE)));
  const k = keep(exponentOf(shifted, tiny));
  const mantissa = v128.and(shifted, i64x2.splat(0xfffffffffffffn));
  const f = keep(sub(i64x2.add(mantissa, i64x2.splat(ROOT_HALF)), constant(1)));
  const s = keep(div(f, add(constant(2), f)));
  const z = keep(mul(s, s));
  const w = keep(mul(z, z));
  const even = mul(w, polynomial([L2, L4, L6], w));
  const odd = mul(z, polynomial([L1, L3, L5, L7], w));
  const half = keep(mul(mul(constant(0.5), f), f));
  const high = keep(leading(sub(f, half)));
  const low = keep(add(sub(sub(f, high), half), mul(s, add(half, add(even, odd)))));
  const ofM = keep(mul(high, constant(base.inverseHigh)));
  const ofPower = keep(mul(k, constant(base.twoHigh)));
  const ofLow = add(
    mul(add(low, high), constant(base.inverseLow)),
    mul(low, constant(base.inverseHigh)),
  );
  const rest = add(mul(k, constant(base.twoLow)), ofLow);
  const total = keep(add(ofPower, ofM));
  return finish(atEnds(x, add(total, add(rest, add(sub(ofPower, total), ofM)))));
}

/** The logarithm of what is not between 0 and infinity. */
function atEnds(x: Code, result: Code): Code {
  const zero = constant(0);
  const between = v128.and(f64x2.gt(x, zero), f64x2.lt(x, constant(Infinity)));
  const outside = v128.select(constant(NaN), x, f64x2.lt(x, zero));
  return v128.select(result, v128.select(constant(-Infinity), outside, f64x2.eq(x, zero)), between);
}
