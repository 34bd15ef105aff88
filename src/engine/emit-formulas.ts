import type { Expression } from "../formula/expression.js";
import { power } from "../formula/power.js";
import { applyFunction, applyOperator, oneOperand } from "../formula/scalar.js";
import { type Code, doubleBytes } from "../wasm/code.js";
import type { Import } from "../wasm/instantiate.js";
import { call, f64x2, local } from "../wasm/instructions.js";
import {
  type Called,
  emitOperation,
  emitPower,
  isCalled,
  type Operation,
} from "./emit-operation.js";

/** Code that puts a value of two draws on the stack; its number where it never varies. */
export interface Value {
  readonly code: Code;
  readonly constant: number | undefined;
  /** The same for values that are worked out in the same way. */
  readonly id: string;
}

/** Turns formulas into straight-line code, in which nothing is worked out twice. */
export interface Emitter {
  /** Statements so far: each sets one local from earlier ones. */
  readonly statements: Code[];
  /** Vectors set by them. */
  readonly localCount: () => number;
  readonly constant: (value: number) => Value;
  /** A value given by code, such as a load, kept in a local. */
  readonly keep: (key: string, code: Code) => Value;
  readonly formula: (tree: Expression, valueOf: (name: string) => Value) => Value;
}

/** What code may call, in the order the calls are numbered. */
export const CALLED: readonly (Import & { readonly name: Called })[] = [
  ...(["exp", "log", "log2", "log10", "sin", "cos", "tan"] as const).map((name) => ({
    name,
    call: oneOperand[name],
    operands: 1,
  })),
  { name: "^", call: power, operands: 2 },
];

/** @param firstLocal number of the first local the statements may set */
export function createEmitter(firstLocal: number): Emitter {
  const statements: Code[] = [];
  const known = new Map<string, Value>();
  let next = firstLocal;
  const keep = (key: string, code: Code): Value => {
    const same = known.get(key);
    if (same) return same;
    const value = { id: `v${next}`, code: local.get(next), constant: undefined };
    statements.push(local.set(next++, code));
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
      const multiply = (a: Code, b: Code): Code => keep(`power ${next}`, f64x2.mul(a, b)).code;
      const raised = emitPower(base!.code, exponent!.constant, multiply);
      if (raised !== undefined) return raised;
    }
    return callEachDraw(operation, codes);
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
  return { statements, localCount: () => next - firstLocal, constant, keep, formula };
}

type Constant = Value & { readonly constant: number };

function isConstant(value: Value): value is Constant {
  return value.constant !== undefined;
}

function constant(value: number): Value {
  return { id: doubleBytes(value).join("."), code: f64x2.const(value), constant: value };
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

/** Calls the plain function for each of the two draws. */
function callEachDraw(operation: Called, operands: readonly Code[]): Code {
  const index = CALLED.findIndex(({ name }) => name === operation);
  const ofDraw = (draw: number): Code =>
    call(index, ...operands.map((operand) => f64x2.lane(operand, draw)));
  return f64x2.withLane(f64x2.splat(ofDraw(0)), 1, ofDraw(1));
}
