import type { Expression, FunctionName } from "./expression.js";
import { onNegative, onNotPositive, type Report } from "./hazard.js";
import { type Bounds, type Interval, interval, negate } from "./interval.js";
import { oneOperand } from "./scalar.js";

/**
 * Bounds of a function's result. `if` is no function of bounds: its condition is followed elsewhere.
 *
 * @param parts the operands as written, in the same order
 */
export function boundCall(
  callee: FunctionName,
  parts: readonly Expression[],
  operands: readonly Bounds[],
  report: Report,
): Bounds {
  const about = { operand: parts[0]!, range: operands[0], guards: [] };
  if (callee === "log" || callee === "log2" || callee === "log10") {
    if (about.range && about.range.low > 0) return monotone(oneOperand[callee], about.range);
    report({ ...about, does: "takes the logarithm of", verdict: onNotPositive });
    return undefined;
  }
  if (callee === "sqrt") {
    if (about.range && about.range.low >= 0) return monotone(Math.sqrt, about.range);
    report({ ...about, does: "takes the square root of", verdict: onNegative });
    return undefined;
  }
  if (operands.includes(undefined)) return undefined;
  return boundHarmless(callee, operands as readonly Interval[]);
}

/** Functions that have a finite result wherever their operands have. */
function boundHarmless(
  callee: Exclude<FunctionName, "log" | "log2" | "log10" | "sqrt">,
  operands: readonly Interval[],
): Bounds {
  const [first] = operands as [Interval];
  switch (callee) {
    case "min":
    case "max": {
      const pick = Math[callee];
      return interval(
        pick(...operands.map(({ low }) => low)),
        pick(...operands.map(({ high }) => high)),
      );
    }
    case "clamp":
      return boundClamp(operands as [Interval, Interval, Interval]);
    case "abs":
      if (first.low >= 0) return first;
      return first.high <= 0 ? negate(first) : interval(0, Math.max(-first.low, first.high));
    case "exp":
    case "floor":
    case "ceil":
    case "round":
      return monotone(oneOperand[callee], first);
    case "sin":
    case "cos":
      return interval(-1, 1);
    case "tan":
    case "if":
      return undefined;
  }
}

function monotone(rises: (x: number) => number, { low, high }: Interval): Bounds {
  return interval(rises(low), rises(high));
}

function boundClamp([x, low, high]: readonly [Interval, Interval, Interval]): Bounds {
  return interval(
    Math.min(Math.max(x.low, low.low), high.low),
    Math.min(Math.max(x.high, low.high), high.high),
  );
}
