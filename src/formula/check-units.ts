import { checkBinary } from "./check-binary.js";
import { checkCall } from "./check-call.js";
import { type Expression, FormulaError } from "./expression.js";
import { nearestName } from "./nearest-name.js";
import { shorten } from "./shorten.js";
import { ANYTHING, PURE, type Kind } from "./kind.js";
import type { Dimension } from "../units/unit.js";
import { suggestUnit } from "../units/suggest-unit.js";

/** What a formula measures, and everything that keeps it from measuring anything. */
export interface UnitCheck {
  /** Dimension of the formula; of a pure number where `fitsAnyUnit` holds. */
  readonly dimension: Dimension;
  /** Whether any unit may be declared for it: it is a bare zero, or its problems hide its unit. */
  readonly fitsAnyUnit: boolean;
  /** All problems, in the order of the text. */
  readonly problems: readonly FormulaError[];
}

/**
 * Unit algebra on the tree: what is added, compared or chosen between must measure the same, what is
 * counted, rounded or raised to an uncertain power must be a pure number. A bare `0` measures
 * whatever it meets. One problem hides no other, and a missing name is reported where it occurs first.
 *
 * @param dimensionOfName dimension of a quantity, or nothing when there is none of that name
 * @param candidates names that a misspelt one may have meant
 */
export function checkUnits(
  expression: Expression,
  dimensionOfName: (name: string) => Dimension | undefined,
  candidates: Iterable<string> = [],
): UnitCheck {
  const problems: FormulaError[] = [];
  const report = (problem: FormulaError) => problems.push(problem);
  const missing = new Set<string>();

  function kindOf(part: Expression): Kind {
    switch (part.kind) {
      case "number":
        if (part.value === 0 && part.unit.text === "1") return ANYTHING;
        return { is: "dimension", dimension: part.unit.dimension };
      case "name": {
        const dimension = dimensionOfName(part.name);
        if (dimension !== undefined) return { is: "dimension", dimension };
        if (!missing.has(part.name)) report(unknownName(part, candidates));
        missing.add(part.name);
        return { is: "unknown" };
      }
      case "negate":
        return kindOf(part.operand);
      case "binary":
        return checkBinary(part, kindOf(part.left), kindOf(part.right), report);
      case "call":
        return checkCall(part, part.operands.map(kindOf), report);
    }
  }

  const kind = kindOf(expression);
  problems.sort((a, b) => a.span.start - b.span.start);
  return kind.is === "dimension"
    ? { dimension: kind.dimension, fitsAnyUnit: false, problems }
    : { dimension: PURE, fitsAnyUnit: true, problems };
}

function unknownName(
  { name, span }: { name: string; span: FormulaError["span"] },
  candidates: Iterable<string>,
): FormulaError {
  const near = nearestName(name, [...candidates]);
  const unit = near === undefined ? suggestUnit(name, []) : undefined;
  const shown = shorten(name);
  const fix =
    near !== undefined
      ? `Write ${near}, or declare ${shown}.`
      : unit !== undefined
        ? `Write ${/^[0-9]/.test(unit) ? unit : `1 ${unit}`} for the unit, or declare ${shown}.`
        : `Declare ${shown} among the inputs or formulas.`;
  return new FormulaError(`there is no quantity ${shown}`, span, fix);
}
