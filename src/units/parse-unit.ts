import { divide, multiply, raise } from "./algebra.js";
import type { NamedUnit } from "./named-units.js";
import { suggestUnit } from "./suggest-unit.js";
import { tokenizeUnit, type UnitToken } from "./tokenize-unit.js";
import type { Unit } from "./unit.js";
import { UnitError } from "./unit-error.js";

const LONGEST_TEXT = 200;
const LARGEST_EXPONENT = 16;

type Factor = Omit<NamedUnit, "name">;

interface Reader {
  readonly tokens: readonly UnitToken[];
  readonly names: ReadonlyMap<string, NamedUnit>;
  position: number;
}

/**
 * Reads products and quotients of named units, left to right: `USD/GPU/h` is `USD/(GPU*h)`.
 *
 * @param names every unit that a name alone can mean
 * @throws {UnitError} for an unknown name, a stray character or an exponent outside -16 to 16
 */
export function parseUnit(text: string, names: ReadonlyMap<string, NamedUnit>): Unit {
  const whole = { start: 0, end: text.length };
  if (text.length > LONGEST_TEXT) {
    const message = `a unit has at most ${LONGEST_TEXT} characters; got ${text.length}`;
    throw new UnitError(message, whole, "Write a shorter unit.");
  }
  const reader: Reader = { tokens: tokenizeUnit(text), names, position: 0 };
  if (peek(reader).kind === "end") {
    throw new UnitError("the unit is empty", whole, "Write 1 for a pure number.");
  }
  const { numerator, denominator, dimension } = readProduct(reader);
  const rest = peek(reader);
  if (rest.kind !== "end") throw unexpected(rest);
  const scale = numerator / denominator;
  if (!(scale > 0 && scale < Infinity)) {
    throw new UnitError(
      `${text} is too large or too small to count in`,
      whole,
      "Use lower powers.",
    );
  }
  return { text: text.replace(/\s+/g, ""), scale, dimension };
}

function readProduct(reader: Reader): Factor {
  let product = readPower(reader);
  for (let sign = peek(reader); sign.text === "*" || sign.text === "/"; sign = peek(reader)) {
    reader.position++;
    const factor = readPower(reader);
    product = sign.text === "*" ? times(product, factor) : times(product, inverse(factor));
    for (const exponent of Object.values(product.dimension)) checkExponent(exponent, sign);
  }
  return product;
}

function readPower(reader: Reader): Factor {
  const start = peek(reader);
  const base = readAtom(reader);
  if (peek(reader).text !== "^") return base;
  if (start.text === "%") {
    throw new UnitError("a power of % is ambiguous", start, "Write the square of 50% as 0.25.");
  }
  reader.position++;
  const negative = peek(reader).text === "-";
  if (negative) reader.position++;
  const token = peek(reader);
  if (token.kind !== "integer") {
    throw new UnitError("an exponent is a whole number", token, "Write s^2 or s^-1.");
  }
  reader.position++;
  const exponent = Number(token.text);
  checkExponent(exponent, token);
  const power = powerOf(base, exponent);
  for (const size of Object.values(power.dimension)) checkExponent(size, token);
  return negative ? inverse(power) : power;
}

function readAtom(reader: Reader): Factor {
  const token = peek(reader);
  reader.position++;
  const unit = reader.names.get(token.text);
  if (unit !== undefined) return unit;
  if (token.kind === "word") throw unknownName(token, reader);
  if (token.text !== "(") throw unexpected(token);
  const inside = readProduct(reader);
  const close = peek(reader);
  if (close.text !== ")") {
    throw new UnitError("a parenthesis is not closed", token, "Add the missing ).");
  }
  reader.position++;
  return inside;
}

function peek(reader: Reader): UnitToken {
  return reader.tokens[Math.min(reader.position, reader.tokens.length - 1)]!;
}

function times(left: Factor, right: Factor): Factor {
  return {
    numerator: left.numerator * right.numerator,
    denominator: left.denominator * right.denominator,
    dimension: multiply(left.dimension, right.dimension),
  };
}

function inverse({ numerator, denominator, dimension }: Factor): Factor {
  return { numerator: denominator, denominator: numerator, dimension: divide({}, dimension) };
}

function powerOf(base: Factor, exponent: number): Factor {
  let [numerator, denominator] = [1, 1];
  for (let i = 0; i < exponent; i++) {
    numerator *= base.numerator;
    denominator *= base.denominator;
  }
  return { numerator, denominator, dimension: raise(base.dimension, exponent) };
}

function checkExponent(exponent: number, at: UnitToken): void {
  if (Math.abs(exponent) <= LARGEST_EXPONENT) return;
  const message = `exponents go from -${LARGEST_EXPONENT} to ${LARGEST_EXPONENT}; got ${exponent}`;
  throw new UnitError(message, at, "Use a lower power.");
}

function unknownName(token: UnitToken, reader: Reader): UnitError {
  const meant = suggestUnit(token.text, [...reader.names.keys()]);
  const fix =
    meant === undefined
      ? `Declare ${token.text} as a base unit, or use USD, token, GPU, s, h, J, B, flop and so on.`
      : `Write ${meant}.`;
  return new UnitError(`${token.text} is not a known unit`, token, fix);
}

function unexpected(token: UnitToken): UnitError {
  if (token.kind === "end") {
    return new UnitError("the unit ends too early", token, "Add the missing name.");
  }
  if (token.kind === "integer") {
    const fix = "Use a prefix (ktoken, Mtoken, Gtoken), or put the number in the value.";
    return new UnitError(`the number ${token.text} cannot stand in a unit`, token, fix);
  }
  if (token.kind === "word") {
    const fix = "Put * or / between two units: USD/token.";
    return new UnitError(`${token.text} follows without an operator`, token, fix);
  }
  const fix = "Write products with *, quotients with /: USD/(GPU*h).";
  return new UnitError(`${token.text} is out of place`, token, fix);
}
