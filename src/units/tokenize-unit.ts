import { UnitError } from "./unit-error.js";

/** A word, a whole number or a sign of a unit's text, and where it stands. */
export interface UnitToken {
  readonly kind: "word" | "integer" | "sign" | "end";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /\s*(?:([A-Za-z_][A-Za-z0-9_]*|[%$])|([0-9]+)|([*/^()-]))/y;

const MENDS: ReadonlyMap<string, string> = new Map([
  ["·", "Write * for a product."],
  ["×", "Write * for a product."],
  ["²", "Write ^2 for a square."],
  ["³", "Write ^3 for a cube."],
  [".", "Exponents are whole numbers, and numbers stand before the unit: 0.5 USD."],
  [",", "Write * for a product."],
  ["€", "Declare EUR under units, and use that."],
  ["£", "Declare GBP under units, and use that."],
]);

/** @throws {UnitError} at the first character that no unit contains. */
export function tokenizeUnit(text: string): readonly UnitToken[] {
  const tokens: UnitToken[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw strayCharacter(text, from);
    const [, word, integer, sign] = match;
    const found = word ?? integer ?? sign ?? "";
    const kind = word !== undefined ? "word" : integer !== undefined ? "integer" : "sign";
    tokens.push({ kind, text: found, start: TOKEN.lastIndex - found.length, end: TOKEN.lastIndex });
  }
  tokens.push({ kind: "end", text: "", start: end, end });
  return tokens;
}

function strayCharacter(text: string, from: number): UnitError {
  const start = from + text.slice(from).length - text.slice(from).trimStart().length;
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const code = (text.codePointAt(start) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return new UnitError(
    `${JSON.stringify(character)} (U+${code}) cannot stand in a unit`,
    { start, end: start + character.length },
    MENDS.get(character) ?? "A unit is made of names, *, /, ^ and parentheses: USD/(GPU*h).",
  );
}
