import { raise } from "../numeric/raise.js";

/** Whole and half exponents up to this size are worked out by multiplication and one square root. */
const LARGEST_MULTIPLIED = 1024;

/**
 * `base^exponent`, by multiplication and one square root where the exponent is small and whole or half,
 * elsewhere by `raise`: every machine gives the same bits (`Math.pow` does not).
 *
 * Whole powers are exact while they fit a double. NaN in either operand gives NaN, and `0^0` is 1;
 * a negative base with an exponent that is not whole gives NaN.
 *
 * Relative error: at most |n| 2^-53 for whole n up to 1024 (half exponents two units more) while the result
 * and its reciprocal are normal numbers, and below 1 unit in the last place otherwise.
 */
export function power(base: number, exponent: number): number {
  if (Number.isNaN(base)) return NaN;
  const size = Math.abs(exponent);
  if (size <= LARGEST_MULTIPLIED) {
    const whole = Math.floor(size);
    if (whole === size) return signed(wholePower(base, whole), exponent);
    if (size - whole === 0.5) return signed(wholePower(base, whole) * Math.sqrt(base), exponent);
  }
  if (base < 0) return powerOfNegative(base, exponent);
  return raise(base, exponent);
}

function signed(result: number, exponent: number): number {
  return exponent < 0 ? 1 / result : result;
}

/** Repeated squaring. */
function wholePower(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}

function powerOfNegative(base: number, exponent: number): number {
  if (!Number.isInteger(exponent)) return NaN;
  const size = raise(-base, exponent);
  return exponent % 2 === 0 ? size : -size;
}
