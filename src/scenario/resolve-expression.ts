import { checkUnits, type UnitCheck } from "../formula/check-units.js";
import { type Expression, FormulaError } from "../formula/expression.js";
import { namesIn } from "../formula/names.js";
import { parseFormula } from "../formula/parse.js";
import type { Context } from "./context.js";
import type { Graph } from "./resolve-comparisons.js";
import type { Path } from "./yaml-source.js";

/** A formula that stands outside `formulas:`, read and found sound. */
export interface ResolvedExpression {
  readonly tree: Expression;
  readonly measures: Pick<UnitCheck, "dimension" | "fitsAnyUnit">;
}

/**
 * Reads a formula over the quantities of a scenario and checks its names and units.
 *
 * @param path where in the file its text stands
 * @returns undefined where something was reported, here or of a quantity that it reads
 */
export function resolveExpression(
  context: Context,
  path: Path,
  text: string,
  { drafts, quantities }: Graph,
): ResolvedExpression | undefined {
  try {
    const tree = parseFormula(text, context.units);
    const known = [...drafts.keys()].filter((name) => !name.includes("."));
    const faulty = namesIn(tree).some((name) => drafts.has(name) && !quantities.has(name));
    if (faulty) return undefined;
    const dimensionOf = (name: string) => {
      const quantity = quantities.get(name);
      return quantity && context.units.parse(quantity.unit).dimension;
    };
    const { problems, ...measures } = checkUnits(tree, dimensionOf, known);
    for (const { message, fix, span } of problems) {
      context.report(path, message, fix, { offset: span.start });
    }
    return problems.length === 0 ? { tree, measures } : undefined;
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    context.report(path, error.message, error.fix, { offset: error.span.start });
    return undefined;
  }
}
