import fc from "fast-check";
import type { BinaryOperator, Expression, FunctionName } from "../../src/formula/expression.js";
import { functionNames, signatureOf } from "../../src/formula/functions.js";
import { createUnitSystem } from "../../src/units/unit-system.js";

export const units = createUnitSystem();
const span = { start: 0, end: 0 };
const operators: BinaryOperator[] = ["+", "-", "*", "/", "^", "<", "<=", ">", ">=", "==", "!="];
const unitTexts = ["%", "USD", "h/year", "USD/(GPU*h)", "Mtoken^2/s", "%/year", "h^-1", "kW*h/J"];

const name = fc
  .constantFrom("a", "b", "c", "_rate", "constructor", "h2", "e1")
  .map((text): Expression => ({ kind: "name", name: text, span }));

const value = fc.oneof(
  fc.nat({ max: 100 }),
  fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
  fc.constantFrom(0, 0.1, 1e21, 1.5e-7, 123456789012),
);

const number = fc
  .tuple(value, fc.oneof({ weight: 3, arbitrary: fc.constant("1") }, fc.constantFrom(...unitTexts)))
  .map(([size, text]): Expression => ({
    kind: "number",
    value: size,
    unit: units.parse(text),
    span,
  }));

/** Any tree that a formula can have. Not every one passes the unit check. */
export const anyExpression: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 3, arbitrary: name },
    { weight: 2, arbitrary: number },
    tie("tree").map((operand): Expression => ({ kind: "negate", operand, span })),
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom(...operators), tie("tree"), tie("tree"))
        .map(([operator, left, right]): Expression => ({
          kind: "binary",
          operator,
          left,
          right,
          span,
        })),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...functionNames).chain((callee) => calls(callee, tie("tree"))),
    },
  ),
})).tree;

function calls(callee: FunctionName, operand: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const { fewest, most } = signatureOf(callee);
  return fc
    .array(operand, { minLength: fewest, maxLength: Math.min(most, 4) })
    .map((operands) => ({ kind: "call", callee, operands, span }));
}

/** A tree without places and with plain units, for comparison. */
export function bare(tree: Expression): unknown {
  switch (tree.kind) {
    case "number":
      return [tree.value, tree.unit.text, tree.unit.scale];
    case "name":
      return tree.name;
    case "negate":
      return ["negate", bare(tree.operand)];
    case "binary":
      return [tree.operator, bare(tree.left), bare(tree.right)];
    case "call":
      return [tree.callee, ...tree.operands.map(bare)];
  }
}
