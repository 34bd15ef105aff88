import type { Expression } from "../../src/formula/expression.js";
import { power } from "../../src/formula/power.js";
import { exp } from "../../src/numeric/exp.js";
import { LOGARITHM_BASES } from "../../src/numeric/logarithm-bases.js";
import { logarithm } from "../../src/numeric/logarithm.js";

/** One formula for one draw, written as plainly as can be: what every evaluator must agree with. */
export function interpret(tree: Expression, valueOf: (name: string) => number): number {
  const value = (part: Expression): number => interpret(part, valueOf);
  switch (tree.kind) {
    case "number":
      return tree.value * tree.unit.scale;
    case "name":
      return valueOf(tree.name);
    case "negate":
      return -value(tree.operand);
    case "binary":
      return operate(tree.operator, value(tree.left), value(tree.right));
    case "call":
      return call(tree.callee, tree.operands.map(value));
  }
}

function operate(operator: string, x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (operator === "+") return x + y;
  if (operator === "-") return x - y;
  if (operator === "*") return x * y;
  if (operator === "/") return x / y;
  if (operator === "^") return power(x, y);
  if (operator === "<") return x < y ? 1 : 0;
  if (operator === "<=") return x <= y ? 1 : 0;
  if (operator === ">") return x > y ? 1 : 0;
  if (operator === ">=") return x >= y ? 1 : 0;
  if (operator === "==") return x == y ? 1 : 0;
  if (operator === "!=") return x != y ? 1 : 0;
  throw new RangeError(operator);
}

function call(callee: string, operands: readonly number[]): number {
  const [x = 0, y = 0, z = 0] = operands;
  if (callee === "if") return Number.isNaN(x) ? NaN : x === 0 ? z : y;
  if (operands.some(Number.isNaN)) return NaN;
  if (callee === "min") return [...operands].sort(byValueThenSign)[0]!;
  if (callee === "max") return [...operands].sort(byValueThenSign).at(-1)!;
  if (callee === "clamp") return y > z ? NaN : Math.min(Math.max(x, y), z);
  if (callee === "abs") return x < 0 || Object.is(x, -0) ? -x : x;
  if (callee === "sqrt") return Math.sqrt(x);
  if (callee === "exp") return exp(x);
  if (callee === "log" || callee === "log2" || callee === "log10") {
    return logarithm(x, LOGARITHM_BASES[callee]);
  }
  if (callee === "sin") return Math.sin(x);
  if (callee === "cos") return Math.cos(x);
  if (callee === "tan") return Math.tan(x);
  if (callee === "floor") return Math.floor(x);
  if (callee === "ceil") return Math.ceil(x);
  if (callee === "round") return x < 0 ? -halfUp(-x) : halfUp(x);
  throw new RangeError(callee);
}

/** `Math.round` takes halves up; for positive numbers that is away from zero. */
function halfUp(x: number): number {
  return Math.round(x);
}

function byValueThenSign(x: number, y: number): number {
  return x - y || Number(Object.is(y, -0)) - Number(Object.is(x, -0));
}
