import type { BinaryOperator, Expression } from "./expression.js";

const STRENGTH: Readonly<Record<BinaryOperator, number>> = {
  "<": 1,
  "<=": 1,
  ">": 1,
  ">=": 1,
  "==": 1,
  "!=": 1,
  "+": 2,
  "-": 2,
  "*": 3,
  "/": 3,
  "^": 5,
};
const NEGATION = 4;
const ATOM = 6;

/**
 * The canonical text of a formula, with as few brackets as it needs. It parses back to the same tree,
 * spans aside, for every tree that `parseFormula` makes.
 *
 * @throws {RangeError} for a number that no formula can write: negative, NaN or infinite
 */
export function formatExpression(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return formatNumber(expression.value, expression.unit.text);
    case "name":
      return expression.name;
    case "negate":
      return `-${bracketed(expression.operand, NEGATION)}`;
    case "binary":
      return formatBinary(expression);
    case "call":
      return `${expression.callee}(${expression.operands.map(formatExpression).join(", ")})`;
  }
}

function formatBinary({ operator, left, right }: Expression & { kind: "binary" }): string {
  if (operator === "^") {
    // Behind a unit, ^ would raise the unit alone; before its exponent, a sign needs no brackets.
    return `${bracketed(left, ATOM)}^${bracketed(right, NEGATION)}`;
  }
  const strength = STRENGTH[operator];
  const leftmost = strength === 1 ? 2 : strength;
  return `${bracketed(left, leftmost)} ${operator} ${bracketed(right, strength + 1)}`;
}

function bracketed(expression: Expression, weakest: number): string {
  const text = formatExpression(expression);
  return strengthOf(expression, weakest) < weakest ? `(${text})` : text;
}

function strengthOf(expression: Expression, weakest: number): number {
  switch (expression.kind) {
    case "number":
      return weakest === ATOM && expression.unit.text !== "1" ? 0 : ATOM;
    case "name":
    case "call":
      return ATOM;
    case "negate":
      return NEGATION;
    case "binary":
      return STRENGTH[expression.operator];
  }
}

function formatNumber(value: number, unit: string): string {
  if (!(value >= 0 && value < Infinity) || Object.is(value, -0)) {
    throw new RangeError(`a formula cannot write the number ${value}`);
  }
  if (unit === "1") return String(value);
  return unit.startsWith("%") ? `${value}${unit}` : `${value} ${unit}`;
}
