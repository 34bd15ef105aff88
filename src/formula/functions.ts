import type { FunctionName } from "./expression.js";

/** How many operands a function takes, and how it is written. */
export interface Signature {
  readonly fewest: number;
  readonly most: number;
  readonly usage: string;
}

const one = (usage: string): Signature => ({ fewest: 1, most: 1, usage });

const SIGNATURES: Readonly<Record<FunctionName, Signature>> = {
  if: { fewest: 3, most: 3, usage: "if(condition, then, otherwise)" },
  min: { fewest: 2, most: Infinity, usage: "min(a, b)" },
  max: { fewest: 2, most: Infinity, usage: "max(a, b)" },
  clamp: { fewest: 3, most: 3, usage: "clamp(x, low, high)" },
  abs: one("abs(x)"),
  exp: one("exp(x)"),
  log: one("log(x)"),
  log2: one("log2(x)"),
  log10: one("log10(x)"),
  sqrt: one("sqrt(x)"),
  floor: one("floor(x)"),
  ceil: one("ceil(x)"),
  round: one("round(x)"),
  sin: one("sin(x)"),
  cos: one("cos(x)"),
  tan: one("tan(x)"),
};

/** Every function of the language; no quantity may be named like one. */
export const functionNames = Object.keys(SIGNATURES) as readonly FunctionName[];

/** Whether a word calls a function. Safe for any word. */
export function isFunctionName(word: string): word is FunctionName {
  return Object.hasOwn(SIGNATURES, word);
}

/** How a function is called. */
export function signatureOf(callee: FunctionName): Signature {
  return SIGNATURES[callee];
}
