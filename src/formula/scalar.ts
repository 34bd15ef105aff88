import type { BinaryOperator, FunctionName } from "./expression.js";
import { exp } from "../numeric/exp.js";
import { LOGARITHM_BASES } from "../numeric/logarithm-bases.js";
import { logarithm } from "../numeric/logarithm.js";
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
 * chooses. `round` takes halves away from zero. `clamp` with its bounds crossed is NaN. `exp`,
 * `log`, `log2` and `log10` err by less than 1 unit in the last place; `log2` and `log10` are exact at
 * whole powers of 2 and of 10.
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
  exp,
  log: (x: number) => logarithm(x, LOGARITHM_BASES.log),
  log2: (x: number) => logarithm(x, LOGARITHM_BASES.log2),
  log10: (x: number) => logarithm(x, LOGARITHM_BASES.log10),
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

/** Exact: the part cut off is a double, so no half is missed or made up by rounding. */
function roundHalfAway(x: number): number {
  const whole = Math.trunc(x);
  if (!(Math.abs(x - whole) >= 0.5)) return whole;
  return x < 0 ? whole - 1 : whole + 1;
}
