import { type Expression, FormulaError } from "./expression.js";
import { applyFunction, applyOperator } from "./scalar.js";

/**
 * The value in base units of a formula without names; nothing when a name occurs in it.
 * Every part is looked at, also beside a name and in a branch that `if` would not choose.
 *
 * @throws {FormulaError} at the innermost part whose value is not a finite number: `1/0`, `1e308*10`
 */
export function constantValue(expression: Expression): number | undefined {
  const value = valueOf(expression);
  if (value === undefined || Number.isFinite(value)) return value;
  const what = Number.isNaN(value) ? "has no value" : "is too large for a number";
  throw new FormulaError(
    `this constant ${what}: it comes to ${value}`,
    expression.span,
    "Check it for a division by zero, a logarithm or root of a negative number, or a huge power.",
  );
}

function valueOf(expression: Expression): number | undefined {
  switch (expression.kind) {
    case "number":
      return expression.value * expression.unit.scale;
    case "name":
      return undefined;
    case "negate": {
      const operand = constantValue(expression.operand);
      return operand === undefined ? undefined : -operand;
    }
    case "binary": {
      const left = constantValue(expression.left);
      const right = constantValue(expression.right);
      if (left === undefined || right === undefined) return undefined;
      return applyOperator(expression.operator, left, right);
    }
    case "call": {
      const operands = expression.operands.map(constantValue);
      if (operands.includes(undefined)) return undefined;
      return applyFunction(expression.callee, operands as number[]);
    }
  }
}
