import { FormulaError, type Span } from "./expression.js";
import { isFunctionName } from "./functions.js";
import { peek, type Reader } from "./reader.js";
import type { Token } from "./tokenize.js";
import type { Unit } from "../units/unit.js";
import { UnitError } from "../units/unit-error.js";

/**
 * Reads the unit right behind a number: `h/year`, `USD/(GPU*h)`, `%`. It goes on over `*` and `/` as
 * long as a known unit follows, and over `^` and a whole number. Without a unit the number is pure.
 *
 * @returns the unit, and the offset past its last character
 * @throws {FormulaError} where it is unclear what a power applies to
 */
export function parseSuffix(reader: Reader, number: Token): { unit: Unit; end: number } {
  const first = peek(reader);
  if (!isUnit(reader, first)) return { unit: reader.units.parse("1"), end: number.span.end };
  skipProduct(reader);
  const end = peek(reader, -1).span.end;
  return { unit: unitAt(reader, { start: first.span.start, end }), end };
}

function skipProduct(reader: Reader): void {
  skipFactor(reader);
  while (isOneOf(peek(reader), "*/") && startsUnit(reader, 1)) {
    reader.position++;
    skipFactor(reader);
  }
}

function skipFactor(reader: Reader): void {
  const start = peek(reader);
  reader.position++;
  if (start.text === "(") {
    skipProduct(reader);
    const close = peek(reader);
    if (close.text !== ")") throw unclosed(start, close);
    reader.position++;
  }
  skipExponent(reader, start);
}

function skipExponent(reader: Reader, base: Token): void {
  if (!isOneOf(peek(reader), "^")) return;
  const sign = isOneOf(peek(reader, 1), "-") ? 1 : 0;
  const exponent = peek(reader, 1 + sign);
  const isWhole = exponent.kind === "number" && /^[0-9]+$/.test(exponent.text);
  const after = peek(reader, 2 + sign);
  if (base.text === "%" || !isWhole || isOneOf(after, "^")) throw unclearPower(peek(reader).span);
  reader.position += 2 + sign;
}

/** Whether a unit begins `ahead` places on, brackets before it included. */
function startsUnit(reader: Reader, ahead: number): boolean {
  let place = ahead;
  while (isOneOf(peek(reader, place), "(")) place++;
  const token = peek(reader, place);
  return token.kind === "name" && isUnit(reader, token);
}

function isUnit({ units }: Reader, { kind, text }: Token): boolean {
  if (kind === "sign") return text === "%";
  return kind === "name" && !isFunctionName(text) && units.find(text) !== undefined;
}

function isOneOf({ kind, text }: Token, signs: string): boolean {
  return kind === "sign" && signs.includes(text);
}

function unitAt(reader: Reader, span: Span): Unit {
  try {
    return reader.units.parse(reader.text.slice(span.start, span.end));
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    const { start, end } = error.span;
    const shifted = { start: span.start + start, end: span.start + end };
    throw new FormulaError(error.message, shifted, error.fix);
  }
}

function unclearPower(span: Span): FormulaError {
  const fix = "Write (3 h)^x for a power of the value, 3 h^2 for a power of the unit.";
  return new FormulaError("it is unclear what this power applies to", span, fix);
}

function unclosed(open: Token, found: Token): FormulaError {
  const span = found.kind === "end" ? open.span : found.span;
  const fix = "Close it behind its units, or give the unit a number: 3 USD / (1 h * x).";
  return new FormulaError("a bracket of units holds only units", span, fix);
}
