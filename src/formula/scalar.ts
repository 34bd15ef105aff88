import type { BinaryOperator, FunctionName } from "./expression.js";
import { power } from "./power.js";

/**
 * What each operator means for two numbers in base units. Comparisons give 1 or 0. A NaN operand
 * gives NaN, comparisons included: a value that is not known is neither above nor below.
 */
export function applyOperator(operator: BinaryOperator, left: number, right: number): number {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "^":
      return power(left, right);
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "==":
    case "!=":
      return left !== left || right !== right ? NaN : Number(holds(operator, left, right));
  }
}

/**
 * What each function means for numbers in base units, given as many operands as it takes.
 *
 * NaN in gives NaN out, with one exception: `if` looks only at its condition and at the branch it
 * chooses. `round` takes halves away from zero. `clamp` with its bounds crossed is NaN. `log2` and
 * `log10` are exact at whole powers (of 2: from 2^-1023 to 2^1023; of 10: from 1e-22 to 1e22).
 */
export function applyFunction(callee: FunctionName, operands: readonly number[]): number {
  const [first = NaN, second = NaN, third = NaN] = operands;
  switch (callee) {
    case "if":
      return first !== first ? NaN : first !== 0 ? second : third;
    case "min":
      return Math.min(...operands);
    case "max":
      return Math.max(...operands);
    case "clamp":
      return second <= third ? Math.min(Math.max(first, second), third) : NaN;
    case "abs":
    case "exp":
    case "log":
    case "log2":
    case "log10":
    case "sqrt":
    case "floor":
    case "ceil":
    case "round":
    case "sin":
    case "cos":
    case "tan":
      return oneOperand[callee](first);
  }
}

/** The functions of one number; see `applyFunction`. */
export const oneOperand = {
  abs: Math.abs,
  exp: Math.exp,
  log: Math.log,
  log2: (x: number) => logarithm(x, 2, Math.LN2, 1023),
  log10: (x: number) => logarithm(x, 10, Math.LN10, 22),
  sqrt: Math.sqrt,
  floor: Math.floor,
  ceil: Math.ceil,
  round: roundHalfAway,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
} satisfies Partial<Record<FunctionName, (x: number) => number>>;

function holds(operator: BinaryOperator, left: number, right: number): boolean {
  switch (operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    case "==":
      return left === right;
    default:
      return left !== right;
  }
}

/** By division from the natural logarithm, whose bits are the same everywhere; mended at powers. */
function logarithm(x: number, base: number, logOfBase: number, exactUpTo: number): number {
  const quotient = Math.log(x) / logOfBase;
  const whole = Math.round(quotient);
  const isPower = Math.abs(whole) <= exactUpTo && power(base, whole) === x;
  return isPower ? whole : quotient;
}

/** Exact: the part cut off is a double, so no half is missed or made up by rounding. */
function roundHalfAway(x: number): number {
  const whole = Math.trunc(x);
  if (!(Math.abs(x - whole) >= 0.5)) return whole;
  return x < 0 ? whole - 1 : whole + 1;
}
