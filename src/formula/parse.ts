import { constantValue } from "./constant-value.js";
import { type BinaryOperator, type Expression, FormulaError } from "./expression.js";
import { parseAtom } from "./parse-atom.js";
import { counted, deeper, openReader, peek, take, type Reader } from "./reader.js";
import type { Token } from "./tokenize.js";
import type { UnitSystem } from "../units/unit-system.js";
import { misplaced } from "./misplaced.js";

const COMPARISON = 1;
const NEGATION = 4;
const POWER = 5;

/** How tightly each operator binds. `^` goes from right to left, all others from left to right. */
const STRENGTH: ReadonlyMap<string, number> = new Map([
  ["<", COMPARISON],
  ["<=", COMPARISON],
  [">", COMPARISON],
  [">=", COMPARISON],
  ["==", COMPARISON],
  ["!=", COMPARISON],
  ["+", 2],
  ["-", 2],
  ["*", 3],
  ["/", 3],
  ["^", POWER],
]);

/**
 * Reads a formula into its tree, by precedence climbing. Nothing of the text is ever run: names stay
 * names, and the only functions are those of the language.
 *
 * `-2^2` is -4 and `2^3^2` is 2^9; comparisons do not chain. A number takes the units right behind
 * it: `8760 h/year`. A unit ends before a sign or name that is no unit, so `3 USD / years` divides by
 * the quantity `years`, and `3 h^2` is three square hours.
 *
 * @param units the units of the scenario; no quantity may be named like one of them
 * @throws {FormulaError} at the first thing wrong, with its place and a mend; also for a constant
 *   part without a finite value, more than 4096 characters, 64 levels or 2000 parts
 */
export function parseFormula(text: string, units: UnitSystem): Expression {
  const reader = openReader(text, units);
  if (peek(reader).kind === "end") {
    const whole = { start: 0, end: text.length };
    throw new FormulaError("the formula is empty", whole, "Write a number or an expression.");
  }
  const expression = parseExpression(reader, COMPARISON);
  const rest = peek(reader);
  if (rest.kind !== "end") throw misplaced(reader, rest);
  constantValue(expression);
  return expression;
}

/** Reads operators that bind at least as tightly as `weakest`. */
function parseExpression(reader: Reader, weakest: number): Expression {
  let left = parsePrefix(reader);
  let compared = false;
  for (;;) {
    const token = peek(reader);
    const strength = token.kind === "sign" ? STRENGTH.get(token.text) : undefined;
    if (strength === undefined || strength < weakest) return left;
    if (strength === COMPARISON) {
      if (compared) throw chained(token);
      compared = true;
    }
    take(reader);
    left = parseRight(reader, left, token, strength);
  }
}

function parseRight(reader: Reader, left: Expression, token: Token, strength: number): Expression {
  const right =
    strength === POWER
      ? deeper(reader, token.span, () => parseExpression(reader, POWER))
      : parseExpression(reader, strength + 1);
  const span = { start: left.span.start, end: right.span.end };
  const operator = token.text as BinaryOperator;
  return counted(reader, { kind: "binary", operator, left, right, span });
}

function parsePrefix(reader: Reader): Expression {
  const token = peek(reader);
  if (token.kind !== "sign" || token.text !== "-") {
    return parseAtom(reader, () => parseExpression(reader, COMPARISON));
  }
  take(reader);
  const operand = deeper(reader, token.span, () => parseExpression(reader, NEGATION));
  const span = { start: token.span.start, end: operand.span.end };
  return counted(reader, { kind: "negate", operand, span });
}

function chained(token: Token): FormulaError {
  const message = `comparisons do not chain; a second ${token.text} follows`;
  return new FormulaError(message, token.span, "Write (a < b) * (b < c).");
}
