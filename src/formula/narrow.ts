import type { BinaryOperator, Expression } from "./expression.js";
import { type Bounds, type Interval, interval } from "./interval.js";

type Binary = Expression & { kind: "binary" };
/** What is known of names; a name without an entry is as it was. */
export type Narrowed = ReadonlyMap<string, Bounds>;

const ZERO: Interval = { low: 0, high: 0 };
/** Stands for the smallest number above zero, with room for powers and factors. */
const ABOVE_ZERO = 1e-100;

const OPPOSITE: Partial<Record<BinaryOperator, BinaryOperator>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "==": "!=",
  "!=": "==",
};
const TURNED: Partial<Record<BinaryOperator, BinaryOperator>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "==": "==",
  "!=": "!=",
};

/**
 * What a condition says of plain names where it holds, or where it does not: `x > 0`, `x`, and such
 * conditions joined by `*` (and) or `max` (or).
 *
 * @param boundsOf what is known of any part of the formula
 * @returns nothing where the condition can never be so
 */
export function narrow(
  condition: Expression,
  holds: boolean,
  boundsOf: (part: Expression) => Bounds,
): Narrowed | undefined {
  const both = (parts: readonly Expression[]): Narrowed | undefined =>
    parts
      .map((part) => narrow(part, holds, boundsOf))
      .reduce((one, other) => one && other && intersect(one, other));
  if (condition.kind === "name") return compare(condition, holds ? "!=" : "==", ZERO, boundsOf);
  if (condition.kind === "call" && condition.callee === "max" && !holds) {
    return both(condition.operands);
  }
  if (condition.kind !== "binary") return new Map();
  if (condition.operator === "*" && holds) return both([condition.left, condition.right]);
  return compareBinary(condition, holds, boundsOf);
}

/** What two conditions say together; nothing where they exclude each other. */
function intersect(one: Narrowed, other: Narrowed): Narrowed | undefined {
  const all = new Map([...one, ...other]);
  for (const [name, first] of one) {
    if (!other.has(name)) continue;
    const second = other.get(name);
    const together =
      first &&
      second &&
      interval(Math.max(first.low, second.low), Math.min(first.high, second.high));
    if (first && second && !together) return undefined;
    all.set(name, together);
  }
  return all;
}

function compareBinary(
  { operator, left, right }: Binary,
  holds: boolean,
  boundsOf: (part: Expression) => Bounds,
): Narrowed | undefined {
  const meant = holds ? operator : OPPOSITE[operator];
  if (meant === undefined || TURNED[meant] === undefined) return new Map();
  const [name, other, operatorOfName] =
    left.kind === "name" ? [left, right, meant] : [right, left, TURNED[meant]];
  if (name.kind !== "name") return new Map();
  const known = boundsOf(other);
  return known ? compare(name, operatorOfName, known, boundsOf) : new Map();
}

function compare(
  name: Expression & { kind: "name" },
  operator: BinaryOperator,
  other: Interval,
  boundsOf: (part: Expression) => Bounds,
): Narrowed | undefined {
  const own = boundsOf(name);
  if (!own) return new Map();
  if (
    operator === "!=" &&
    other.low === other.high &&
    own.low < other.low &&
    other.low < own.high
  ) {
    // Two pieces are no interval; nothing is said of the name rather than something false.
    return new Map([[name.name, undefined]]);
  }
  const narrowed = cut(own, operator, other);
  return narrowed && new Map([[name.name, narrowed]]);
}

function cut({ low, high }: Interval, operator: BinaryOperator, other: Interval): Bounds {
  switch (operator) {
    case "<":
      return interval(low, Math.min(high, -above(-other.high)));
    case "<=":
      return interval(low, Math.min(high, other.high));
    case ">":
      return interval(Math.max(low, above(other.low)), high);
    case ">=":
      return interval(Math.max(low, other.low), high);
    case "==":
      return interval(Math.max(low, other.low), Math.min(high, other.high));
    default: {
      const only = other.low === other.high;
      return interval(
        only && low === other.low ? above(low) : low,
        only && high === other.low ? -above(-high) : high,
      );
    }
  }
}

function above(x: number): number {
  return x === 0 ? ABOVE_ZERO : x + Math.abs(x) * Number.EPSILON;
}
