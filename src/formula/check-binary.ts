import { constantValue } from "./constant-value.js";
import { type BinaryOperator, type Expression, FormulaError } from "./expression.js";
import { describeKind, PURE, type Kind } from "./kind.js";
import { divide, isDimensionless, multiply, raise, sameDimension } from "../units/algebra.js";
import type { Dimension } from "../units/unit.js";

type Binary = Expression & { kind: "binary" };
type Report = (problem: FormulaError) => void;

const LARGEST_EXPONENT = 16;

/** What two operands measure together. Reports where they do not fit. */
export function checkBinary(part: Binary, left: Kind, right: Kind, report: Report): Kind {
  switch (part.operator) {
    case "+":
    case "-":
      return checkAlike(part, left, right, report);
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "==":
    case "!=":
      checkAlike(part, left, right, report);
      return { is: "dimension", dimension: PURE };
    case "*":
    case "/":
      return checkProduct(part.operator, left, right);
    case "^":
      return checkPower(part, left, right, report);
  }
}

function checkAlike(part: Binary, left: Kind, right: Kind, report: Report): Kind {
  if (right.is === "anything") return left;
  if (left.is === "anything") return right;
  if (left.is === "unknown") return right;
  if (right.is === "unknown") return left;
  if (sameDimension(left.dimension, right.dimension)) return left;
  const message = clash(part.operator, left.dimension, right.dimension);
  report(new FormulaError(message, part.span, mendFor(left.dimension, right.dimension)));
  return { is: "unknown" };
}

function clash(operator: BinaryOperator, left: Dimension, right: Dimension): string {
  const [first, second] = [describeKind(left), describeKind(right)];
  if (operator === "+") return `cannot add ${second} to ${first}`;
  if (operator === "-") return `cannot subtract ${second} from ${first}`;
  return `cannot compare ${first} with ${second}`;
}

/** How to bring two dimensions together, and what else may be wrong. */
export function mendFor(first: Dimension, second: Dimension): string {
  const missing = divide(first, second);
  const above = Object.values(missing).some((exponent) => exponent > 0);
  const factor = above
    ? `multiply the second by something in ${describeKind(missing)}`
    : `multiply the first by something in ${describeKind(divide(PURE, missing))}`;
  return `Check the units of both sides, or ${factor}.`;
}

/** A zero in a product is a pure number. */
function checkProduct(operator: "*" | "/", left: Kind, right: Kind): Kind {
  if (left.is === "unknown" || right.is === "unknown") return { is: "unknown" };
  const combine = operator === "*" ? multiply : divide;
  return { is: "dimension", dimension: combine(dimensionOf(left), dimensionOf(right)) };
}

function checkPower(part: Binary, base: Kind, exponent: Kind, report: Report): Kind {
  if (exponent.is === "dimension" && !isDimensionless(exponent.dimension)) {
    const message = `an exponent is a pure number; this one is in ${describeKind(exponent.dimension)}`;
    const fix = `Divide it by 1 ${describeKind(exponent.dimension)}, or by its own unit.`;
    report(new FormulaError(message, part.right.span, fix));
    return { is: "unknown" };
  }
  if (base.is === "unknown") return base;
  if (base.is === "anything" || isDimensionless(base.dimension)) {
    return { is: "dimension", dimension: PURE };
  }
  const size = constantValue(part.right);
  if (size !== undefined && Number.isInteger(2 * size) && Math.abs(size) <= LARGEST_EXPONENT) {
    return { is: "dimension", dimension: raise(base.dimension, size) };
  }
  const shown = describeKind(base.dimension);
  const message = `a power of ${shown} needs a whole or half number as its exponent`;
  const fix = `Divide the base by 1 ${shown} first, or write the exponent as a number up to ${LARGEST_EXPONENT}.`;
  report(new FormulaError(message, part.span, fix));
  return { is: "unknown" };
}

function dimensionOf(kind: Kind): Dimension {
  return kind.is === "dimension" ? kind.dimension : PURE;
}
