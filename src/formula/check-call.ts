import { mendFor } from "./check-binary.js";
import { type Expression, FormulaError } from "./expression.js";
import { describeKind, PURE, type Kind } from "./kind.js";
import { isDimensionless, raise, sameDimension } from "../units/algebra.js";

type Call = Expression & { kind: "call" };
type Report = (problem: FormulaError) => void;

/** What a call measures, given what its operands measure. Reports operands that do not fit. */
export function checkCall(part: Call, operands: readonly Kind[], report: Report): Kind {
  const [first, ...others] = operands;
  if (first === undefined) return { is: "unknown" };
  switch (part.callee) {
    case "if":
      checkPure(part, 0, first, report);
      return checkAllAlike(part, others, 1, report);
    case "min":
    case "max":
    case "clamp":
      return checkAllAlike(part, operands, 0, report);
    case "abs":
      return first;
    case "sqrt":
      if (first.is !== "dimension") return first;
      return { is: "dimension", dimension: raise(first.dimension, 0.5) };
    case "exp":
    case "log":
    case "log2":
    case "log10":
    case "floor":
    case "ceil":
    case "round":
    case "sin":
    case "cos":
    case "tan":
      checkPure(part, 0, first, report);
      return { is: "dimension", dimension: PURE };
  }
}

function checkPure(part: Call, index: number, kind: Kind, report: Report): void {
  if (kind.is !== "dimension" || isDimensionless(kind.dimension)) return;
  const shown = describeKind(kind.dimension);
  const subject = part.callee === "if" ? "the condition of if" : part.callee;
  const verb = part.callee === "if" ? "is" : "needs";
  const fix =
    part.callee === "if"
      ? "Compare it: if(x > 0, a, b)."
      : `Divide by 1 ${shown} first, or by another quantity in ${shown}.`;
  const message = `${subject} ${verb} a pure number; this one is in ${shown}`;
  report(new FormulaError(message, part.operands[index]!.span, fix));
}

/** The first known operand sets the measure; every other one is held against it. */
function checkAllAlike(part: Call, kinds: readonly Kind[], from: number, report: Report): Kind {
  const model = kinds.find((kind) => kind.is === "dimension");
  if (model === undefined) return kinds.find((kind) => kind.is === "unknown") ?? kinds[0]!;
  let agreed = true;
  for (const [index, kind] of kinds.entries()) {
    if (kind.is !== "dimension" || sameDimension(model.dimension, kind.dimension)) continue;
    agreed = false;
    const [wanted, found] = [describeKind(model.dimension), describeKind(kind.dimension)];
    const subject = part.callee === "if" ? "the branches of if" : `the operands of ${part.callee}`;
    const message = `${subject} differ: ${wanted} and ${found}`;
    const fix = mendFor(model.dimension, kind.dimension);
    report(new FormulaError(message, part.operands[from + index]!.span, fix));
  }
  return agreed ? model : { is: "unknown" };
}
