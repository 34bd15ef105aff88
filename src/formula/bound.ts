import { boundBinary } from "./bound-binary.js";
import { boundCall } from "./bound-call.js";
import type { Expression } from "./expression.js";
import type { Report } from "./hazard.js";
import { type Bounds, holdsZero, type Interval, interval, negate, union } from "./interval.js";
import { narrow } from "./narrow.js";

type BoundsOfName = (name: string) => Bounds;

/**
 * Between what bounds a formula lies, by interval arithmetic, and which of its operations may fail.
 * Operands are taken to vary independently, so bounds may be too wide and never too narrow. Where an
 * operation may fail nothing is known of its result, so that one fault is reported once.
 *
 * Source: Moore, Kearfott & Cloud, Introduction to Interval Analysis (2009), chapters 2 and 5.
 *
 * @param boundsOfName in base units
 * @param report without it conditions of `if` are not followed into its branches
 */
export function bound(expression: Expression, boundsOfName: BoundsOfName, report?: Report): Bounds {
  const inner = (part: Expression): Bounds => bound(part, boundsOfName, report);
  switch (expression.kind) {
    case "number": {
      const value = expression.value * expression.unit.scale;
      return interval(value, value);
    }
    case "name":
      return boundsOfName(expression.name);
    case "negate": {
      const operand = inner(expression.operand);
      return operand && negate(operand);
    }
    case "binary": {
      const [left, right] = [inner(expression.left), inner(expression.right)];
      return left && right && boundBinary(expression, left, right, report ?? ignore);
    }
    case "call": {
      if (expression.callee === "if") return boundIf(expression, boundsOfName, report);
      const operands = expression.operands.map(inner);
      if (operands.includes(undefined)) return undefined;
      const known = operands as readonly Interval[];
      return boundCall(expression.callee, expression.operands, known, report ?? ignore);
    }
  }
}

const ignore: Report = () => undefined;

function boundIf(
  { operands }: Expression & { kind: "call" },
  boundsOfName: BoundsOfName,
  report: Report | undefined,
): Bounds {
  const [condition, then, otherwise] = operands as [Expression, Expression, Expression];
  if (!report) return union(bound(then, boundsOfName), bound(otherwise, boundsOfName));
  const chosen = bound(condition, boundsOfName, report);
  const branch = (part: Expression, holds: boolean): Bounds | "never" => {
    const excluded = chosen && (holds ? chosen.low === 0 && chosen.high === 0 : !holdsZero(chosen));
    if (excluded) return "never";
    const narrowed = narrow(condition, holds, (side) => bound(side, boundsOfName));
    if (!narrowed) return "never";
    const known = (name: string): Bounds =>
      narrowed.has(name) ? narrowed.get(name) : boundsOfName(name);
    return bound(part, known, report);
  };
  const [a, b] = [branch(then, true), branch(otherwise, false)];
  if (a === "never") return b === "never" ? undefined : b;
  return b === "never" ? a : union(a, b);
}
