import type { Expression } from "./expression.js";

/** The quantities a formula reads, each once, in the order of their first use. */
export function namesIn(expression: Expression): readonly string[] {
  const names = new Set<string>();
  collect(expression, names);
  return [...names];
}

function collect(expression: Expression, names: Set<string>): void {
  switch (expression.kind) {
    case "number":
      return;
    case "name":
      names.add(expression.name);
      return;
    case "negate":
      collect(expression.operand, names);
      return;
    case "binary":
      collect(expression.left, names);
      collect(expression.right, names);
      return;
    case "call":
      for (const operand of expression.operands) collect(operand, names);
  }
}
