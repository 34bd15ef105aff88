import { FormulaError } from "./expression.js";
import { functionNames } from "./functions.js";
import { nearestName } from "./nearest-name.js";
import type { Reader } from "./reader.js";
import type { Token } from "./tokenize.js";
import { shorten } from "./shorten.js";

/** Words that other languages give a meaning; here they would only be mistaken for quantities. */
const FOREIGN_WORDS: ReadonlyMap<string, string> = new Map([
  ["true", "Write 1 for true."],
  ["false", "Write 0 for false."],
  ["null", "Leave the quantity out, or write 0."],
  ["undefined", "Leave the quantity out, or write 0."],
  ["NaN", "Write a number."],
  ["Infinity", "Write a large number, such as 1e300."],
  ["and", "Multiply comparisons: (a > 0) * (b > 0)."],
  ["or", "Write max(a > 0, b > 0)."],
  ["not", "Write x == 0."],
]);

const FOREIGN_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ["ln", "Write log(x) for the natural logarithm."],
  ["pow", "Write a^b."],
  ["ceiling", "Write ceil(x)."],
  ["trunc", "Write floor(x)."],
  ["int", "Write floor(x)."],
  ["mod", "Write a - b * floor(a / b)."],
  ["sum", "Write a + b."],
  ["mean", "Write (a + b) / 2."],
  ["avg", "Write (a + b) / 2."],
  ["average", "Write (a + b) / 2."],
  ["random", "Declare an uncertain input with a distribution instead."],
]);

/** Why a word cannot be the name of a quantity here; nothing when it can. */
export function refuseWord(reader: Reader, word: Token, called: boolean): FormulaError | undefined {
  const { text, span } = word;
  if (called) {
    const near = nearestName(text, functionNames);
    const fix =
      FOREIGN_FUNCTIONS.get(text.toLowerCase()) ??
      (near === undefined ? `Write ${shorten(text)} * (...) for a product.` : `Write ${near}.`);
    return new FormulaError(`${shorten(text)} is not a function`, span, fix);
  }
  const mend = FOREIGN_WORDS.get(text);
  if (mend !== undefined) return new FormulaError(`a formula has no ${text}`, span, mend);
  if (reader.units.find(text) === undefined) return undefined;
  const message = `the unit ${text} has no number`;
  const counted = text === "year" ? ", or years_passed for the years of a horizon" : "";
  return new FormulaError(message, span, `Write 1 ${text}${counted}.`);
}
