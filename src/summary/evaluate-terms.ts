import { compileExpression } from "../engine/compile-expression.js";
import { namesIn } from "../formula/names.js";
import { parseFormula } from "../formula/parse.js";
import type { Term } from "../models/quantity.js";
import type { UnitSystem } from "../units/unit-system.js";

/** A term of a stack in some draws, in base units. */
export interface EvaluatedTerm {
  readonly label: string;
  readonly values: Float64Array;
}

/** Terms have to add up to the whole to this part of the sum of their sizes. */
const ROUNDING = 1e-9;

/**
 * Terms in some draws, each broken up as far as the scenario keeps the formulas that this rests on.
 * Undefined where they do not add up to `whole` in every draw: the scenario has put another formula
 * in the place of one that the terms rest on.
 *
 * @param columns of every quantity reached, base units; one value where it does not vary
 * @param whole what the terms add up to, one value per draw
 */
export function evaluateTerms(
  terms: readonly Term[],
  columns: ReadonlyMap<string, Float64Array>,
  whole: Float64Array,
  units: UnitSystem,
): readonly EvaluatedTerm[] | undefined {
  const evaluated: { readonly term: Term; readonly values: Float64Array }[] = [];
  for (const term of terms) {
    const tree = parseFormula(term.formula, units);
    if (!namesIn(tree).every((name) => columns.has(name))) return undefined;
    const values = new Float64Array(whole.length);
    compileExpression(tree)((name) => columns.get(name)!, whole.length, values);
    evaluated.push({ term, values });
  }
  if (
    !addUp(
      evaluated.map(({ values }) => values),
      whole,
    )
  )
    return undefined;
  return evaluated.flatMap(({ term, values }) => {
    const finer = term.terms && evaluateTerms(term.terms, columns, values, units);
    return finer ?? [{ label: term.label, values }];
  });
}

function addUp(parts: readonly Float64Array[], whole: Float64Array): boolean {
  return whole.every((total, draw) => {
    let [sum, size] = [0, 0];
    for (const part of parts) {
      sum += part[draw]!;
      size += Math.abs(part[draw]!);
    }
    return Math.abs(sum - total) <= ROUNDING * size;
  });
}
