import { FormulaError } from "./expression.js";

const COMPARE = "Write == to compare; a formula cannot assign.";
const MULTIPLY = "Multiply comparisons for and: (a > 0) * (b > 0).";
const EITHER = "Write max(a > 0, b > 0) for or.";
const NO_MEMBERS = "A formula knows quantities by plain names, without members.";
const NO_TEXT = "A formula has numbers and names only; leave out the quotes.";
const CHOOSE = "Write if(condition, then, otherwise).";
const ROUND = "Write round brackets.";
const ONE = "A formula is one expression; leave out what follows, comments included.";

/** What to write instead of a sign of another language. */
const SIGN_MENDS: ReadonlyMap<string, string> = new Map([
  ["**", "Write ^ for a power."],
  ["=", COMPARE],
  ["+=", COMPARE],
  ["-=", COMPARE],
  ["*=", COMPARE],
  ["/=", COMPARE],
  ["=>", "Write >= for at least."],
  ["<>", "Write != for unequal."],
  ["&&", MULTIPLY],
  ["&", MULTIPLY],
  ["||", EITHER],
  ["|", EITHER],
  ["!", "Write x == 0 for not, and != for unequal."],
  ["++", "Write a + 1; a formula cannot assign."],
  ["//", ONE],
  ["/*", ONE],
  ["#", ONE],
  [";", ONE],
  ["\\", ONE],
  ["<<", "Multiply by a power of 2."],
  [">>", "Divide by a power of 2."],
  ["?", CHOOSE],
  [":", CHOOSE],
  [".", NO_MEMBERS],
  ["?.", NO_MEMBERS],
  ["'", NO_TEXT],
  ['"', NO_TEXT],
  ["`", NO_TEXT],
  ["[", ROUND],
  ["]", ROUND],
  ["{", ROUND],
  ["}", ROUND],
  ["$", "Write USD after the number: 5 USD."],
  ["€", "Declare EUR under units, and write 5 EUR."],
  ["−", "Write the minus sign of the keyboard, -."],
  ["–", "Write the minus sign of the keyboard, -."],
  ["—", "Write the minus sign of the keyboard, -."],
  ["×", "Write * for a product."],
  ["·", "Write * for a product."],
  ["⋅", "Write * for a product."],
  ["∗", "Write * for a product."],
  ["÷", "Write / for a quotient."],
  ["∕", "Write / for a quotient."],
  ["⁄", "Write / for a quotient."],
  ["≤", "Write <=."],
  ["≥", "Write >=."],
  ["≠", "Write !=."],
  ["²", "Write ^2 for a square."],
  ["³", "Write ^3 for a cube."],
  ["√", "Write sqrt(x)."],
  ["\u00a0", "Replace it by a plain space."],
  ["\ufeff", "Delete it; it is invisible."],
]);

/** Letters of other alphabets that look like these ones: Cyrillic first, then Greek. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [..."аеорсухіјѕԁһкАВЕКМНОРСТХοανρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"].map((letter, index) => [
    letter,
    "aeopcyxijsdhkABEKMHOPCTXoavpABEZHIKMNOPTYX".charAt(index),
  ]),
);

/** A sign that another language has here. */
export function refuseSign(sign: string, start: number): FormulaError {
  const fix = SIGN_MENDS.get(sign) ?? "Use + - * / ^ and comparisons.";
  return new FormulaError(`a formula has no ${sign}`, { start, end: start + sign.length }, fix);
}

/** A character no formula contains; letters that only look familiar are named by their code point. */
export function refuseCharacter(text: string, start: number): FormulaError {
  const point = text.codePointAt(start) ?? 0;
  const character = String.fromCodePoint(point);
  const span = { start, end: start + character.length };
  if (point >= 0x21 && point <= 0x7e) return refuseSign(character, start);
  const code = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  const plain = LOOKALIKES.get(character) ?? character.normalize("NFKC");
  const looks =
    !SIGN_MENDS.has(character) && (LOOKALIKES.has(character) || /^[\x21-\x7e]$/.test(plain));
  const shown = /^[\p{L}\p{N}\p{S}\p{P}]$/u.test(character) ? `"${character}" (${code})` : code;
  const message = looks
    ? `${shown} looks like "${plain}" and is another character`
    : `a formula cannot contain ${shown}`;
  const fix =
    SIGN_MENDS.get(character) ??
    (looks ? `Type ${plain} on the keyboard.` : "Use plain letters, digits and operators.");
  return new FormulaError(message, span, fix);
}
