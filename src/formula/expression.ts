import type { Unit } from "../units/unit.js";

/** Where a part of a formula stands in its text: offsets of its first character and past its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "<" | "<=" | ">" | ">=" | "==" | "!=";

export type FunctionName =
  | "if"
  | "min"
  | "max"
  | "clamp"
  | "abs"
  | "exp"
  | "log"
  | "log2"
  | "log10"
  | "sqrt"
  | "floor"
  | "ceil"
  | "round"
  | "sin"
  | "cos"
  | "tan";

/** The typed tree of a formula. Evaluators and the unit check are exhaustive switches over `kind`. */
export type Expression =
  | { readonly kind: "number"; readonly value: number; readonly unit: Unit; readonly span: Span }
  | { readonly kind: "name"; readonly name: string; readonly span: Span }
  | { readonly kind: "negate"; readonly operand: Expression; readonly span: Span }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  | {
      readonly kind: "call";
      readonly callee: FunctionName;
      readonly operands: readonly Expression[];
      readonly span: Span;
    };

/** What is wrong with a formula, where in its text, and how to mend it. */
export class FormulaError extends Error {
  override readonly name = "FormulaError";
  readonly span: Span;
  readonly fix: string;

  constructor(message: string, span: Span, fix: string) {
    super(message);
    this.span = span;
    this.fix = fix;
  }
}
