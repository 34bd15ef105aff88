import type { BinaryOperator, FunctionName } from "../formula/expression.js";
import type { Code } from "../wasm/code.js";
import { f64x2, i64x2, v128 } from "../wasm/instructions.js";

/** What a tree's nodes do; a name or number does nothing. */
export type Operation = BinaryOperator | FunctionName | "negate";

/** Operations that have no vector instructions of their own, and are called. */
export type Called = "exp" | "log" | "log2" | "log10" | "sin" | "cos" | "tan" | "^";

const CALLED: readonly string[] = ["exp", "log", "log2", "log10", "sin", "cos", "tan", "^"];

/** Whether an operation is called. */
export function isCalled(operation: Operation): operation is Called {
  return CALLED.includes(operation);
}

const one = f64x2.const(1);

/**
 * The vector instructions of an operation, of the same bits as `applyOperator` and `applyFunction`.
 *
 * @param operands code that puts each operand on the stack, and may do so more than once
 */
export function emitOperation(
  operation: Exclude<Operation, Called>,
  operands: readonly Code[],
): Code {
  const [a = 0, b = 0, c = 0] = operands;
  switch (operation) {
    case "negate":
      return f64x2.neg(a);
    case "+":
      return f64x2.add(a, b);
    case "-":
      return f64x2.sub(a, b);
    case "*":
      return f64x2.mul(a, b);
    case "/":
      return f64x2.div(a, b);
    case "<":
      return truth(f64x2.lt(a, b), a, b);
    case "<=":
      return truth(f64x2.le(a, b), a, b);
    case ">":
      return truth(f64x2.gt(a, b), a, b);
    case ">=":
      return truth(f64x2.ge(a, b), a, b);
    case "==":
      return truth(f64x2.eq(a, b), a, b);
    case "!=":
      return truth(f64x2.ne(a, b), a, b);
    case "if":
      return orUnknown(v128.select(b, c, f64x2.ne(a, f64x2.const(0))), a);
    case "min":
      return operands.reduce((least, operand) => f64x2.min(least, operand));
    case "max":
      return operands.reduce((most, operand) => f64x2.max(most, operand));
    case "clamp":
      // All ones are a NaN: where the bounds have crossed.
      return v128.or(f64x2.min(f64x2.max(a, b), c), v128.not(f64x2.le(b, c)));
    case "abs":
      return f64x2.abs(a);
    case "sqrt":
      return f64x2.sqrt(a);
    case "floor":
      return f64x2.floor(a);
    case "ceil":
      return f64x2.ceil(a);
    case "round":
      return roundHalfAway(a);
  }
}

/**
 * A power whose exponent is known, by the multiplications that `power` makes.
 *
 * @param multiply puts a product into a local and gives code for it
 * @returns undefined for an exponent that `power` takes by logarithms
 */
export function emitKnownPower(
  base: Code,
  exponent: number,
  multiply: (a: Code, b: Code) => Code,
): Code | undefined {
  const size = Math.abs(exponent);
  const whole = Math.floor(size);
  if (!(size <= 1024) || (whole !== size && size - whole !== 0.5)) return undefined;
  let result: Code | undefined;
  let square = base;
  for (let left = whole; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = result === undefined ? square : multiply(result, square);
    if (left > 1) square = multiply(square, square);
  }
  if (whole !== size) {
    const root = f64x2.sqrt(base);
    result = result === undefined ? root : multiply(result, root);
  }
  const raised = result ?? orUnknown(one, base);
  return exponent < 0 ? f64x2.div(one, raised) : raised;
}

/** 1 where the mask holds, 0 where not, NaN where an operand is. */
function truth(mask: Code, a: Code, b: Code): Code {
  return orUnknown(orUnknown(v128.and(mask, one), a), b);
}

/** The value, or NaN (all ones) where another one is NaN. */
function orUnknown(value: Code, other: Code): Code {
  return v128.or(value, f64x2.ne(other, other));
}

function roundHalfAway(x: Code): Code {
  const whole = f64x2.trunc(x);
  const away = v128.or(v128.and(x, i64x2.splat(0x8000000000000000n)), one);
  const isHalf = f64x2.ge(f64x2.abs(f64x2.sub(x, whole)), f64x2.const(0.5));
  return v128.select(f64x2.add(whole, away), whole, isHalf);
}
