import type { Expression } from "../formula/expression.js";
import type { Context } from "./context.js";
import type { Graph } from "./resolve-comparisons.js";
import { resolveExpression } from "./resolve-expression.js";
import type { Condition } from "./scenario.js";
import type { ScenarioFile } from "./schema.js";

const COMPARISONS: ReadonlySet<string> = new Set(["<", "<=", ">", ">=", "==", "!="]);

/** The conditions of a scenario, each a comparison that its units allow. */
export function resolveGiven(
  context: Context,
  file: ScenarioFile,
  graph: Graph,
): readonly Condition[] {
  return Object.entries(file.given ?? {}).flatMap(([name, formula]) => {
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
