import type { Expression } from "../formula/expression.js";
import { applyFunction, applyOperator } from "../formula/scalar.js";
import { type Code, doubleBytes } from "../wasm/code.js";
import { call, f64x2 } from "../wasm/instructions.js";
import { emitKnownPower, emitOperation, isCalled, type Operation } from "./emit-operation.js";
import type { Functions } from "./functions.js";

/** Code that puts a value of two draws on the stack; its number where it never varies. */
export interface Value {
  readonly code: Code;
  readonly constant: number | undefined;
  /** The same for values that are worked out in the same way. */
  readonly id: string;
}

/** Turns formulas into straight-line code, in which nothing is worked out twice. */
export interface Emitter {
  /** Statements so far: each sets one place from earlier ones, the first place first. */
  readonly statements: readonly Code[];
  readonly constant: (value: number) => Value;
  /** A value given by code, such as a load, kept in a place. */
  readonly keep: (key: string, code: Code) => Value;
  readonly formula: (tree: Expression, valueOf: (name: string) => Value) => Value;
}

/** Where statements keep vectors, by number from 0. */
export interface Places {
  readonly get: (index: number) => Code;
  readonly set: (index: number, value: Code) => Code;
}

/** @param functions what the statements may call */
export function createEmitter(places: Places, functions: Functions): Emitter {
  const statements: Code[] = [];
  const known = new Map<string, Value>();
  const keep = (key: string, code: Code): Value => {
    const same = known.get(key);
    if (same) return same;
    const place = statements.length;
    const value = { id: `v${place}`, code: places.get(place), constant: undefined };
    statements.push(places.set(place, code));
    known.set(key, value);
    return value;
  };
  const apply = (operation: Operation, operands: readonly Value[]): Value => {
    if (operands.every(isConstant)) {
      return constant(
        fold(
          operation,
          operands.map((operand) => operand.constant),
        ),
      );
    }
    const key = `${operation}(${operands.map(({ id }) => id).join()})`;
    return known.get(key) ?? keep(key, emit(operation, operands));
  };
  const emit = (operation: Operation, operands: readonly Value[]): Code => {
    const codes = operands.map(({ code }) => code);
    const [base, exponent] = operands;
    const reciprocal = operation === "/" ? exactReciprocal(exponent!.constant) : undefined;
    if (reciprocal !== undefined) return f64x2.mul(base!.code, f64x2.const(reciprocal));
    if (!isCalled(operation)) return emitOperation(operation, codes);
    if (operation === "^" && exponent!.constant !== undefined) {
      const multiply = (a: Code, b: Code): Code =>
        keep(`power ${statements.length}`, f64x2.mul(a, b)).code;
      const raised = emitKnownPower(base!.code, exponent!.constant, multiply);
      if (raised !== undefined) return raised;
    }
    return call(functions.indexOf(operation), ...codes);
  };
  const formula = (tree: Expression, valueOf: (name: string) => Value): Value => {
    const value = (part: Expression): Value => formula(part, valueOf);
    switch (tree.kind) {
      case "number":
        return constant(tree.value * tree.unit.scale);
      case "name":
        return valueOf(tree.name);
      case "negate":
        return apply("negate", [value(tree.operand)]);
      case "binary":
        return apply(tree.operator, [value(tree.left), value(tree.right)]);
      case "call":
        return apply(tree.callee, tree.operands.map(value));
    }
  };
  return { statements, constant, keep, formula };
}

type Constant = Value & { readonly constant: number };

function isConstant(value: Value): value is Constant {
  return value.constant !== undefined;
}

function constant(value: number): Value {
  const id = Object.is(value, -0) ? "-0" : String(value);
  return { id, code: f64x2.const(value), constant: value };
}

/** What a multiplication takes instead of a division, which is slower: of powers of two, bit for bit. */
function exactReciprocal(divisor: number | undefined): number | undefined {
  if (divisor === undefined) return undefined;
  const [b0, b1, b2, b3, b4, b5, b6] = doubleBytes(divisor);
  const isPower = (b0! | b1! | b2! | b3! | b4! | b5! | (b6! & 15)) === 0;
  const size = Math.abs(divisor);
  return isPower && size >= 2 ** -1000 && size <= 2 ** 1000 ? 1 / divisor : undefined;
}

function fold(operation: Operation, operands: readonly number[]): number {
  switch (operation) {
    case "negate":
      return -operands[0]!;
    case "+":
    case "-":
    case "*":
    case "/":
    case "^":
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "==":
    case "!=":
      return applyOperator(operation, operands[0]!, operands[1]!);
    default:
      return applyFunction(operation, operands);
  }
}
