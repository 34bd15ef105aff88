import type { BinaryOperator, Expression } from "./expression.js";
import { type Report, zeroWords } from "./hazard.js";
import {
  add,
  type Bounds,
  holdsZero,
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
  left: Interval,
  right: Interval,
  report: Report,
): Bounds {
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
    case "/":
      return boundQuotient(rightPart, left, right, report);
    case "^":
      return boundPower(leftPart, left, right, report);
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "==":
    case "!=":
      return comparison(operator, left, right);
  }
}

function boundQuotient(
  divisor: Expression,
  left: Interval,
  right: Interval,
  report: Report,
): Bounds {
  if (holdsZero(right)) {
    report({ does: "divides by", operand: divisor, which: zeroWords(right), range: right });
    return undefined;
  }
  const inverse = reciprocal(right);
  return inverse && multiply(left, inverse);
}

function boundPower(base: Expression, left: Interval, right: Interval, report: Report): Bounds {
  const whole = right.low === right.high && Number.isInteger(right.low);
  const about = { operand: base, range: left };
  if (right.low < 0 && holdsZero(left)) {
    report({ ...about, does: "takes a negative power of", which: zeroWords(left) });
    return undefined;
  }
  if (left.low < 0 && !whole) {
    report({ ...about, does: "takes a fractional power of", which: "can be negative" });
    return undefined;
  }
  return raise(left, right);
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
