import { boundBinary } from "./bound-binary.js";
import { boundCall } from "./bound-call.js";
import type { Expression } from "./expression.js";
import type { Report } from "./hazard.js";
import { type Bounds, holdsZero, interval, negate, union } from "./interval.js";

type BoundsOfName = (name: string) => Bounds;

/**
 * Between what bounds a formula lies, by interval arithmetic, and which of its operations may fail.
 * Operands are taken to vary independently, so bounds may be too wide and never too narrow; where an
 * operation may fail nothing is known of its result.
 *
 * Source: Moore, Kearfott & Cloud, Introduction to Interval Analysis (2009), chapters 2 and 5.
 *
 * @param boundsOfName in base units
 */
export function bound(expression: Expression, boundsOfName: BoundsOfName, report: Report): Bounds {
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
    case "binary":
      return boundBinary(expression, inner(expression.left), inner(expression.right), report);
    case "call": {
      const { callee, operands } = expression;
      if (callee === "if") return boundIf(operands, boundsOfName, report);
      return boundCall(callee, operands, operands.map(inner), report);
    }
  }
}

/** Both branches, but for one that no value of the condition chooses. */
function boundIf(
  operands: readonly Expression[],
  boundsOfName: BoundsOfName,
  report: Report,
): Bounds {
  const [condition, then, otherwise] = operands as [Expression, Expression, Expression];
  const chosen = bound(condition, boundsOfName, report);
  const branch = (part: Expression, holds: boolean): Bounds =>
    bound(part, boundsOfName, (hazard) =>
      report({ ...hazard, guards: [{ condition, holds }, ...hazard.guards] }),
    );
  if (chosen && !holdsZero(chosen)) return bound(then, boundsOfName, report);
  if (chosen && chosen.low === chosen.high) return bound(otherwise, boundsOfName, report);
  return union(branch(then, true), branch(otherwise, false));
}
