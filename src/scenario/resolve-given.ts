import type { Expression } from "../formula/expression.js";
import type { Context } from "./context.js";
import type { Graph } from "./resolve-comparisons.js";
import { resolveExpression } from "./resolve-expression.js";
import type { Condition } from "./scenario.js";

const COMPARISONS: ReadonlySet<string> = new Set(["<", "<=", ">", ">=", "==", "!="]);

/** Conditions by name, each a comparison that the units of a scenario allow; others are reported. */
export function resolveGiven(
  context: Context,
  given: Iterable<readonly [name: string, formula: string]>,
  graph: Graph,
): readonly Condition[] {
  return [...given].flatMap(([name, formula]) => {
    const path = ["given", name];
    const resolved = resolveExpression(context, path, formula, graph);
    if (!resolved) return [];
    if (isCondition(resolved.tree)) return [{ name, formula }];
    context.report(path, "this is no condition", "Compare two things, as in utilization > 60%");
    return [];
  });
}

/** A comparison, or several joined: a product is *and*, a maximum is *or*. */
function isCondition(tree: Expression): boolean {
  if (tree.kind === "binary") {
    if (COMPARISONS.has(tree.operator)) return true;
    return tree.operator === "*" && isCondition(tree.left) && isCondition(tree.right);
  }
  if (tree.kind !== "call") return false;
  return (tree.callee === "max" || tree.callee === "min") && tree.operands.every(isCondition);
}
