import { power } from "../../../src/formula/power.js";
import { oneOperand } from "../../../src/formula/scalar.js";

/** Reads a cell: `I12`, or `Model!C12` on another sheet. */
type ReadCell = (address: string) => number;

/**
 * What a spreadsheet makes of a formula; NaN stands for an error. Unlike the formula language, a sign
 * binds more tightly than `^`, which goes from left to right.
 *
 * Source: ECMA-376 part 1, section 18.17.2.2 (operators), section 18.17.7 (functions).
 */
export function calculate(formula: string, read: ReadCell): number {
  const tokens =
    formula.match(
      /[A-Z]\w*![A-Z]+\d+|[A-Z]+\d+(?![\d(])|[A-Z][A-Z0-9]*(?=\()|\d+(?:\.\d+)?(?:E[+-]?\d+)?|<>|<=|>=|[-+*/^(),<>=]/g,
    ) ?? [];
  if (tokens.join("") !== formula) throw new RangeError(`cannot read ${formula}`);
  let at = 0;
  const take = (...wanted: string[]): string | undefined =>
    wanted.includes(tokens[at] ?? "") ? tokens[at++] : undefined;
  const must = (token: string): void => {
    if (take(token) === undefined) throw new RangeError(`${token} is missing: ${formula}`);
  };

  const leftToRight = (next: () => number, ...operators: string[]): number => {
    let left = next();
    for (let operator = take(...operators); operator; operator = take(...operators)) {
      left = operate(operator, left, next());
    }
    return left;
  };
  const comparison = (): number => leftToRight(sum, "<", "<=", ">", ">=", "=", "<>");
  const sum = (): number => leftToRight(product, "+", "-");
  const product = (): number => leftToRight(raised, "*", "/");
  const raised = (): number => leftToRight(signed, "^");
  const signed = (): number => (take("-") ? -signed() : primary());
  const primary = (): number => {
    const token = tokens[at++]!;
    if (token === "(") {
      const inner = comparison();
      must(")");
      return inner;
    }
    if (/^\d/.test(token)) return Number(token);
    if (tokens[at] !== "(") return read(token);
    at++;
    const operands: number[] = [];
    if (take(")") === undefined) {
      do operands.push(comparison());
      while (take(","));
      must(")");
    }
    return finite(call(token, operands));
  };
  const value = comparison();
  if (at < tokens.length) throw new RangeError(`more than a formula: ${formula}`);
  return value;
}

function operate(operator: string, x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  switch (operator) {
    case "+":
      return finite(x + y);
    case "-":
      return finite(x - y);
    case "*":
      return finite(x * y);
    case "/":
      return finite(x / y);
    case "^":
      return x === 0 && y === 0 ? NaN : finite(power(x, y));
    case "<":
      return Number(x < y);
    case "<=":
      return Number(x <= y);
    case ">":
      return Number(x > y);
    case ">=":
      return Number(x >= y);
    case "=":
      return Number(x === y);
    case "<>":
      return Number(x !== y);
    default:
      throw new RangeError(operator);
  }
}

function call(name: string, operands: readonly number[]): number {
  const [x = NaN, y = NaN, z = NaN] = operands;
  switch (name) {
    case "IF":
      return Number.isNaN(x) ? NaN : x !== 0 ? y : z;
    case "NA":
      return NaN;
    case "MIN":
      return Math.min(...operands);
    case "MAX":
      return Math.max(...operands);
    case "LN":
      return Math.log(x);
    case "LOG":
      if (y !== 2) throw new RangeError("LOG to a base other than 2");
      return oneOperand.log2(x);
    case "LOG10":
      return oneOperand.log10(x);
    case "INT":
      return Math.floor(x);
    case "ROUND":
      if (y !== 0) throw new RangeError("ROUND to decimals");
      return Math.sign(x) * oneOperand.round(Math.abs(x));
    case "ABS":
      return Math.abs(x);
    case "EXP":
      return Math.exp(x);
    case "SQRT":
      return Math.sqrt(x);
    case "SIN":
      return Math.sin(x);
    case "COS":
      return Math.cos(x);
    case "TAN":
      return Math.tan(x);
    default:
      throw new RangeError(`no function ${name}`);
  }
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}
