import type { Code } from "../wasm/code.js";
import type { Definition } from "../wasm/encode-module.js";
import { call, f64x2, i64x2, local, loop, v128, when } from "../wasm/instructions.js";

const { mul, sub, div, floor, const: constant } = f64x2;
const [BASE, EXPONENT, BY_MULTIPLYING, RESULT, FRACTION, LEFT, SQUARE, PRODUCT] = Array.from(
  { length: 8 },
  (_, k) => k,
) as [number, number, number, number, number, number, number, number];

const base = local.get(BASE);
const exponent = local.get(EXPONENT);
const byMultiplying = local.get(BY_MULTIPLYING);
const SIGN = i64x2.splat(0x8000000000000000n);

/**
 * `power` of two draws, operation by operation that of src/formula: each draw by multiplication or by
 * logarithms, as its exponent asks.
 *
 * @param raise number of the function that `emitRaise` gives
 */
export function emitPower(raise: number): Definition {
  const size = f64x2.abs(exponent);
  const isHalf = f64x2.eq(local.get(FRACTION), constant(0.5));
  const isWhole = f64x2.eq(local.get(FRACTION), constant(0));
  const few = f64x2.le(size, constant(1024));
  return {
    name: "^",
    parameters: ["v128", "v128"],
    results: ["v128"],
    locals: Array.from({ length: PRODUCT - EXPONENT }, () => "v128"),
    body: [
      local.set(FRACTION, sub(size, floor(size))),
      local.set(BY_MULTIPLYING, v128.and(few, v128.or(isWhole, isHalf))),
      when(v128.anyTrue(v128.not(byMultiplying)), local.set(RESULT, byLogarithms(raise))),
      when(v128.anyTrue(byMultiplying), multiplied()),
      v128.or(local.get(RESULT), f64x2.ne(base, base)),
    ],
  };
}

/** A negative base has a power only where the exponent is whole. */
function byLogarithms(raise: number): Code {
  const half = mul(exponent, constant(0.5));
  const odd = f64x2.ne(half, floor(half));
  const whole = v128.and(
    f64x2.eq(exponent, floor(exponent)),
    f64x2.lt(f64x2.abs(exponent), constant(Infinity)),
  );
  const negative = f64x2.lt(base, constant(0));
  const size = call(raise, f64x2.abs(base), exponent);
  const signed = v128.xor(size, v128.and(v128.and(odd, negative), SIGN));
  return v128.or(signed, v128.and(negative, v128.not(whole)));
}

/** Repeated squaring, as often as the larger of the two exponents asks. */
function multiplied(): Code {
  const left = local.get(LEFT);
  const half = floor(mul(left, constant(0.5)));
  const odd = f64x2.ne(mul(left, constant(0.5)), half);
  const square = local.get(SQUARE);
  const product = local.get(PRODUCT);
  const rooted = mul(product, f64x2.sqrt(base));
  const isRooted = f64x2.eq(local.get(FRACTION), constant(0.5));
  const inverted = div(constant(1), product);
  return [
    local.set(LEFT, v128.and(floor(f64x2.abs(exponent)), byMultiplying)),
    local.set(SQUARE, base),
    local.set(PRODUCT, constant(1)),
    loop(
      [
        local.set(PRODUCT, v128.select(mul(product, square), product, odd)),
        local.set(SQUARE, mul(square, square)),
        local.set(LEFT, half),
      ],
      v128.anyTrue(f64x2.gt(left, constant(0))),
    ),
    local.set(PRODUCT, v128.select(rooted, product, isRooted)),
    local.set(PRODUCT, v128.select(inverted, product, f64x2.lt(exponent, constant(0)))),
    local.set(RESULT, v128.select(product, local.get(RESULT), byMultiplying)),
  ];
}
