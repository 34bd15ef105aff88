import { type Expression, FormulaError, type Span } from "./expression.js";
import { tokenize, type Token } from "./tokenize.js";
import type { UnitSystem } from "../units/unit-system.js";

/** Deepest nesting of brackets, calls, signs and powers. */
const DEEPEST = 64;
/** Most numbers, names, operators and calls in one formula. */
const MOST_NODES = 2000;

/** Where a parser stands in a formula. */
export interface Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly units: UnitSystem;
  position: number;
  depth: number;
  nodes: number;
}

/** @throws {FormulaError} for a character or operator the language does not have. */
export function openReader(text: string, units: UnitSystem): Reader {
  return { text, tokens: tokenize(text), units, position: 0, depth: 0, nodes: 0 };
}

/** The token `ahead` places on; past the last it is the `end` token. */
export function peek({ tokens, position }: Reader, ahead = 0): Token {
  return tokens[Math.min(position + ahead, tokens.length - 1)]!;
}

/** Takes the next token. */
export function take(reader: Reader): Token {
  const token = peek(reader);
  reader.position++;
  return token;
}

/** Whether the next sign is this one, which is then taken. */
export function takeSign(reader: Reader, sign: string): boolean {
  const token = peek(reader);
  if (token.kind !== "sign" || token.text !== sign) return false;
  reader.position++;
  return true;
}

/** Reads something one level deeper. @throws {FormulaError} when that is too deep. */
export function deeper<T>(reader: Reader, at: Span, read: () => T): T {
  reader.depth++;
  if (reader.depth > DEEPEST) {
    const message = `a formula nests at most ${DEEPEST} levels deep`;
    throw new FormulaError(message, at, "Name an inner part as a quantity of its own.");
  }
  const result = read();
  reader.depth--;
  return result;
}

/** Counts a node of the tree. @throws {FormulaError} when there are too many. */
export function counted<T extends Expression>(reader: Reader, node: T): T {
  reader.nodes++;
  if (reader.nodes > MOST_NODES) {
    const message = `a formula has at most ${MOST_NODES} parts`;
    throw new FormulaError(message, node.span, "Name its parts as quantities of their own.");
  }
  return node;
}
