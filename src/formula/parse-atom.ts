import { type Expression, FormulaError, type FunctionName } from "./expression.js";
import { isFunctionName, signatureOf } from "./functions.js";
import { misplaced } from "./misplaced.js";
import { counted, deeper, peek, take, takeSign, type Reader } from "./reader.js";
import { refuseWord } from "./refuse-word.js";
import type { Token } from "./tokenize.js";
import { parseSuffix } from "./parse-suffix.js";
import { shorten } from "./shorten.js";

/**
 * Reads a number with its unit, a name, a call, or something in brackets.
 *
 * @param parseInner reads what stands inside brackets and between commas
 * @throws {FormulaError} for anything else
 */
export function parseAtom(reader: Reader, parseInner: () => Expression): Expression {
  const token = peek(reader);
  if (token.kind === "number") return parseNumber(reader, take(reader));
  if (token.kind === "name") return parseWord(reader, take(reader), parseInner);
  if (token.text !== "(") throw misplaced(reader, token);
  take(reader);
  const inner = deeper(reader, token.span, parseInner);
  const end = closeBracket(reader, token);
  return { ...inner, span: { start: token.span.start, end } };
}

function parseNumber(reader: Reader, token: Token): Expression {
  const value = Number(token.text);
  const vanished = value === 0 && /^[0.]*[1-9]/.test(token.text);
  if (vanished || !Number.isFinite(value)) {
    const message = `${shorten(token.text)} is too ${vanished ? "small" : "large"} for a number`;
    const fix = "Numbers reach from about 1e-308 to 1e308.";
    throw new FormulaError(message, token.span, fix);
  }
  const { unit, end } = parseSuffix(reader, token);
  const span = { start: token.span.start, end };
  return counted(reader, { kind: "number", value, unit, span });
}

function parseWord(reader: Reader, token: Token, parseInner: () => Expression): Expression {
  const next = peek(reader);
  const called = next.kind === "sign" && next.text === "(";
  if (isFunctionName(token.text)) {
    if (called) return parseCall(reader, token, token.text, parseInner);
    const fix = `Write ${signatureOf(token.text).usage}.`;
    throw new FormulaError(`${token.text} is a function without operands`, token.span, fix);
  }
  const refusal = refuseWord(reader, token, called);
  if (refusal !== undefined) throw refusal;
  return counted(reader, { kind: "name", name: token.text, span: token.span });
}

function parseCall(
  reader: Reader,
  token: Token,
  callee: FunctionName,
  parseInner: () => Expression,
): Expression {
  const open = take(reader);
  const operands: Expression[] = [];
  const { fewest, most, usage } = signatureOf(callee);
  if (peek(reader).text !== ")") {
    do operands.push(deeper(reader, open.span, parseInner));
    while (takeSign(reader, ","));
  }
  const end = closeBracket(reader, open);
  const span = { start: token.span.start, end };
  if (operands.length < fewest || operands.length > most) {
    const wanted = fewest === most ? `${fewest}` : `${fewest} or more`;
    const message = `${callee} takes ${wanted} operand${wanted === "1" ? "" : "s"}; got ${operands.length}`;
    throw new FormulaError(message, span, `Write ${usage}.`);
  }
  return counted(reader, { kind: "call", callee, operands, span });
}

/** Returns the offset past the closing bracket. */
function closeBracket(reader: Reader, open: Token): number {
  const token = peek(reader);
  if (takeSign(reader, ")")) return token.span.end;
  if (token.kind !== "end") throw misplaced(reader, token);
  throw new FormulaError("a bracket is not closed", open.span, "Add the missing ).");
}
