import { FormulaError, type Span } from "./expression.js";
import { refuseCharacter, refuseSign } from "./refusals.js";
import { shorten } from "./shorten.js";

/** A piece of a formula's text. Numbers are plain decimals; signs are the operators and brackets. */
export interface Token {
  readonly kind: "number" | "name" | "sign" | "end";
  readonly text: string;
  readonly span: Span;
}

/** Longest formula read, in characters. */
const LONGEST_TEXT = 4096;

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const SIGN = /==|!=|<=|>=|[-+*/^<>(),%]/y;
/** What other languages have and this one refuses as a whole, each with a mend. */
const FOREIGN = /\*\*|=>|<>|&&|\|\||\+\+|\+=|-=|\*=|\/=|\/\/|\/\*|<<|>>|\?\.|=/y;

/**
 * Cuts a formula into numbers, names and signs, ending with one `end` token.
 *
 * @throws {FormulaError} at the first character or operator that the language does not have
 */
export function tokenize(text: string): readonly Token[] {
  if (text.length > LONGEST_TEXT) {
    throw new FormulaError(
      `a formula has at most ${LONGEST_TEXT} characters; got ${text.length}`,
      { start: LONGEST_TEXT, end: text.length },
      "Name its parts as quantities of their own.",
    );
  }
  const tokens: Token[] = [];
  let position = skipSpace(text, 0);
  while (position < text.length) {
    const token = tokenAt(text, position);
    tokens.push(token);
    position = skipSpace(text, token.span.end);
  }
  tokens.push({ kind: "end", text: "", span: { start: text.length, end: text.length } });
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  const number = matchAt(NUMBER, text, start);
  if (number !== undefined) return numberToken(text, number, start);
  const name = matchAt(NAME, text, start);
  if (name !== undefined) return tokenOf("name", name, start);
  const sign = matchAt(SIGN, text, start);
  const foreign = matchAt(FOREIGN, text, start);
  if (foreign !== undefined && foreign.length > (sign?.length ?? 0)) {
    throw refuseSign(foreign, start);
  }
  if (sign !== undefined) return tokenOf("sign", sign, start);
  throw refuseCharacter(text, start);
}

/** Refuses what looks like a number and is none here: `0x1F`, `010`, `1_000`, `1.2.3`, `5.`. */
function numberToken(text: string, digits: string, start: number): Token {
  const end = start + digits.length;
  const tail = /^(?:[xXoObB][0-9A-Fa-f]+|_[0-9_]+|n\b|\.[0-9.]*)/.exec(text.slice(end))?.[0] ?? "";
  const span = { start, end: end + tail.length };
  const written = text.slice(start, span.end);
  const shown = shorten(written);
  if (/^[xXoObB]/.test(tail) && digits === "0") {
    throw new FormulaError(`${shown} is not a decimal number`, span, decimalOf(written));
  }
  if (tail.startsWith("_")) {
    const fix = `Write ${shorten(written.replaceAll("_", ""))}.`;
    throw new FormulaError(`${shown} has a separator between its digits`, span, fix);
  }
  if (tail.startsWith(".")) {
    const fix = "Write decimals as 0.5, and whole numbers without a point.";
    throw new FormulaError(`${shown} is not a number`, span, fix);
  }
  if (/^0[0-9]/.test(digits)) {
    const fix =
      text.charAt(start - 1) === ","
        ? "Write thousands without separators: 1000000."
        : `Write ${shorten(digits.replace(/^0+(?=[0-9])/, ""))}.`;
    throw new FormulaError(`${shown} starts with a zero`, { start, end }, fix);
  }
  return tokenOf("number", digits, start);
}

function decimalOf(written: string): string {
  const value = Number(written);
  return Number.isSafeInteger(value) ? `Write ${value}.` : "Write it in decimal digits.";
}

function tokenOf(kind: Token["kind"], text: string, start: number): Token {
  return { kind, text, span: { start, end: start + text.length } };
}

function skipSpace(text: string, from: number): number {
  return from + (matchAt(SPACE, text, from) ?? "").length;
}

/** The regular expressions are sticky: each match starts where it is told to, and keeps no state. */
function matchAt(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0];
}
