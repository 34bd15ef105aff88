import type { BinaryOperator, Expression } from "./expression.js";
import { onNegative, onZero, type Report } from "./hazard.js";
import {
  add,
  type Bounds,
  type Interval,
  interval,
  multiply,
  negate,
  raise,
  reciprocal,
} from "./interval.js";
import { applyOperator } from "./scalar.js";

type Binary = Expression & { kind: "binary" };

/** Bounds of an operation on two operands. */
export function boundBinary(
  { operator, left: leftPart, right: rightPart }: Binary,
  left: Bounds,
  right: Bounds,
  report: Report,
): Bounds {
  if (operator === "/") return boundQuotient(rightPart, left, right, report);
  if (operator === "^") return boundPower(leftPart, left, right, report);
  if (!left || !right) return undefined;
  switch (operator) {
    case "+":
      return add(left, right);
    case "-":
      return add(left, negate(right));
    case "*": {
      const square =
        leftPart.kind === "name" && rightPart.kind === "name" && leftPart.name === rightPart.name;
      return square ? raise(left, { low: 2, high: 2 }) : multiply(left, right);
    }
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "==":
    case "!=":
      return comparison(operator, left, right);
  }
}

function boundQuotient(divisor: Expression, left: Bounds, right: Bounds, report: Report): Bounds {
  if (!right || onZero(right) !== undefined) {
    report({ does: "divides by", operand: divisor, range: right, verdict: onZero, guards: [] });
    return undefined;
  }
  const inverse = reciprocal(right);
  return left && inverse && multiply(left, inverse);
}

function boundPower(base: Expression, left: Bounds, right: Bounds, report: Report): Bounds {
  const about = { operand: base, range: left, guards: [] };
  const whole = right && right.low === right.high && Number.isInteger(right.low);
  if (right && right.low < 0 && (!left || onZero(left) !== undefined)) {
    report({ ...about, does: "takes a negative power of", verdict: onZero });
    return undefined;
  }
  if (!whole && (!left || left.low < 0)) {
    report({ ...about, does: "takes a fractional power of", verdict: onNegative });
    return undefined;
  }
  return left && right && raise(left, right);
}

/** 1 or 0 where it is settled for all values. */
function comparison(operator: BinaryOperator, left: Interval, right: Interval): Bounds {
  const apart = left.high < right.low || right.high < left.low;
  const points = left.low === left.high && right.low === right.high;
  if (!apart && !points) {
    const touching = operator === "<=" ? left.high <= right.low : left.low >= right.high;
    const settled = (operator === "<=" || operator === ">=") && touching;
    return settled ? interval(1, 1) : interval(0, 1);
  }
  const value = applyOperator(operator, left.low, right.low);
  return interval(value, value);
}
