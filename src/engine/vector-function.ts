import type { Code } from "../wasm/code.js";
import type { Definition } from "../wasm/encode-module.js";
import { f64x2, i64x2, local, v128 } from "../wasm/instructions.js";

/** A function of vectors that is being written. */
export interface VectorFunction {
  /** Code for each parameter. */
  readonly parameters: readonly Code[];
  /** Puts a value into a local and gives code for it, to be used more than once. */
  readonly keep: (code: Code) => Code;
  /** What has been kept, in order, then the result. */
  readonly finish: (result: Code) => Definition;
}

/** Starts a function of two draws at a time. */
export function vectorFunction(name: string, parameterCount: number): VectorFunction {
  const statements: Code[] = [];
  const types = (count: number) => Array.from({ length: count }, () => "v128" as const);
  return {
    parameters: types(parameterCount).map((_, k) => local.get(k)),
    keep: (code) => {
      const index = parameterCount + statements.length;
      statements.push(local.set(index, code));
      return local.get(index);
    },
    finish: (result) => ({
      name,
      parameters: types(parameterCount),
      results: ["v128"],
      locals: types(statements.length),
      body: [statements, result],
    }),
  };
}

/** Sum and product of more than two, from the left. */
export const sum = (...terms: Code[]): Code => terms.reduce((a, b) => f64x2.add(a, b));

/** c0 + x (c1 + x (c2 + ...)). */
export function polynomial(coefficients: readonly number[], x: Code): Code {
  const [first = 0, ...rest] = coefficients.map((value) => f64x2.const(value)).reverse();
  return rest.reduce((value, coefficient) => f64x2.add(coefficient, f64x2.mul(x, value)), first);
}

/** (c0 + x c1) + x^2 ((c2 + x c3) + x^2 (...)), which takes fewer steps one after the other. */
export function pairwise([c0, c1, ...rest]: readonly number[], x: Code, square: Code): Code {
  const low = polynomial(c1 === undefined ? [c0!] : [c0!, c1], x);
  return rest.length === 0 ? low : f64x2.add(low, f64x2.mul(square, pairwise(rest, x, square)));
}

/** As `doubleBits.leading`. */
export const leading = (x: Code): Code => v128.and(x, i64x2.splat(0xffffffff00000000n));

const SHIFT = 3 * 2 ** 51;

/** As `nearestWhole`. */
export const nearestWhole = (x: Code): Code =>
  f64x2.sub(f64x2.add(x, f64x2.const(SHIFT)), f64x2.const(SHIFT));

/** As `doubleBits.powerOfTwo`: a sum with 3 2^51 has n + 1023 in its lowest bits. */
const powerOfTwo = (n: Code): Code => i64x2.shl(f64x2.add(n, f64x2.const(SHIFT + 1023)), 52);

/** As `scaleByPower`. */
export function scaleByPower(x: Code, n: Code, keep: VectorFunction["keep"]): Code {
  const half = keep(f64x2.floor(f64x2.mul(n, f64x2.const(0.5))));
  return f64x2.mul(f64x2.mul(x, powerOfTwo(half)), powerOfTwo(f64x2.sub(n, half)));
}

/** Positive doubles with none below 2^-1022: those are times 2^54. */
export interface Normal {
  /** Where the double is one of those. */
  readonly tiny: Code;
  readonly value: Code;
}

export function normalOf(x: Code, keep: VectorFunction["keep"]): Normal {
  const tiny = keep(f64x2.lt(x, f64x2.const(2 ** -1022)));
  return { tiny, value: keep(v128.select(f64x2.mul(x, f64x2.const(2 ** 54)), x, tiny)) };
}

/** The power of 2 in the bits of a positive number, as a double, less 54 where `tiny` holds. */
export function exponentOf(bits: Code, tiny: Code): Code {
  const biased = v128.or(i64x2.shrU(bits, 52), f64x2.const(2 ** 52));
  const bias = v128.select(f64x2.const(2 ** 52 + 1023 + 54), f64x2.const(2 ** 52 + 1023), tiny);
  return f64x2.sub(biased, bias);
}
