import { FormulaError } from "./expression.js";
import { isFunctionName } from "./functions.js";
import type { Reader } from "./reader.js";
import { suggestUnit } from "../units/suggest-unit.js";
import type { Token } from "./tokenize.js";
import { shorten } from "./shorten.js";

const WORD_MENDS: ReadonlyMap<string, string> = new Map([
  ["and", "Multiply comparisons: (a > 0) * (b > 0)."],
  ["or", "Write max(a > 0, b > 0)."],
  ["mod", "Write a - b * floor(a / b)."],
  ["per", "Write / for per."],
  ["if", "Write if(condition, then, otherwise)."],
]);

/** Says why a token cannot stand where it stands, judging by the one before it. */
export function misplaced(reader: Reader, token: Token): FormulaError {
  const before = reader.tokens[reader.tokens.indexOf(token) - 1];
  const afterValue = before !== undefined && (isValue(before) || before.text === ")");
  if (token.kind === "end") {
    const fix = "Add the missing operand, or remove the last operator.";
    return new FormulaError("the formula ends too early", token.span, fix);
  }
  if (token.kind === "sign") return misplacedSign(token, afterValue);
  if (before?.kind === "number" && token.kind === "name" && !isFunctionName(token.text)) {
    return unknownUnit(reader, before, token);
  }
  const fix =
    WORD_MENDS.get(token.text.toLowerCase()) ??
    (before?.text === "%"
      ? "% means per cent; write a - b * floor(a / b) for a remainder, * for a product."
      : "Put an operator between the two, * for a product.");
  return new FormulaError(`${shorten(token.text)} follows without an operator`, token.span, fix);
}

function misplacedSign({ text, span }: Token, afterValue: boolean): FormulaError {
  if (text === "%") {
    const fix = "% means per cent behind a number; write a - b * floor(a / b) for a remainder.";
    return new FormulaError("% stands behind a number only", span, fix);
  }
  if (text === "," && afterValue) {
    const fix = "Commas stand between operands of a function; write 1000000 without separators.";
    return new FormulaError("a comma is out of place", span, fix);
  }
  if (text === ")" && afterValue) {
    return new FormulaError("a bracket closes that was never opened", span, "Remove the ).");
  }
  if (text === "(") {
    return new FormulaError("a bracket follows without an operator", span, "Write * before it.");
  }
  if (text === "+") {
    return new FormulaError("+ has nothing on its left", span, "Leave out the +.");
  }
  const message = `an operand is missing before ${text}`;
  return new FormulaError(message, span, "Write a number, a name or a bracket there.");
}

function unknownUnit(reader: Reader, number: Token, word: Token): FormulaError {
  const meant = suggestUnit(word.text, reader.units.names);
  const product = `${shorten(number.text)} * ${shorten(word.text)} for a product`;
  const fix = meant === undefined ? `Write ${product}.` : `Write ${meant}, or ${product}.`;
  const mend = WORD_MENDS.get(word.text.toLowerCase()) ?? fix;
  return new FormulaError(`${shorten(word.text)} is not a known unit`, word.span, mend);
}

function isValue(token: Token): boolean {
  return token.kind === "number" || token.kind === "name" || token.text === "%";
}
