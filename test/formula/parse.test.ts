import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Expression, FormulaError } from "../../src/formula/expression.js";
import { parseFormula } from "../../src/formula/parse.js";
import { createUnitSystem } from "../../src/units/unit-system.js";

const units = createUnitSystem();

/** Formula and its tree, in brackets, every operation in a pair of its own. */
const trees: readonly [string, string][] = [
  ["1 + 2 * 3", "(1 + (2 * 3))"],
  ["1 - 2 - 3", "((1 - 2) - 3)"],
  ["a / b * c", "((a / b) * c)"],
  ["2^3^2", "(2 ^ (3 ^ 2))"],
  ["-2^2", "(-(2 ^ 2))"],
  ["2^-3^2", "(2 ^ (-(3 ^ 2)))"],
  ["2^-a*b", "((2 ^ (-a)) * b)"],
  ["(-a)^2", "((-a) ^ 2)"],
  ["-a * b", "((-a) * b)"],
  ["a - -b", "(a - (-b))"],
  ["--a", "(-(-a))"],
  ["a + b < c * d", "((a + b) < (c * d))"],
  ["(a < b) == (c < d)", "((a < b) == (c < d))"],
  ["if(a >= b, min(a, b, c), -a)", "if((a >= b), min(a, b, c), (-a))"],
  ["clamp(a, 0, 1)", "clamp(a, 0, 1)"],
  [".5 + 1e-3 + 1.5E+3", "((0.5 + 0.001) + 1500)"],
  ["a\n  + b\t* c\r\n", "(a + (b * c))"],
  ["8760 h/year", "8760[h/year]"],
  ["0.10 USD/kWh * power", "(0.1[USD/kWh] * power)"],
  ["50%", "50[%]"],
  ["50 % * a", "(50[%] * a)"],
  ["1 USD/GPU/h", "1[USD/GPU/h]"],
  ["1 USD / GPU / h", "1[USD/GPU/h]"],
  ["1 USD/(GPU*h) * x", "(1[USD/(GPU*h)] * x)"],
  ["1 USD/((GPU*h)*token)", "1[USD/((GPU*h)*token)]"],
  ["3 USD / years", "(3[USD] / years)"],
  ["3 USD / (years)", "(3[USD] / years)"],
  ["3 USD / (2 h + x)", "(3[USD] / (2[h] + x))"],
  ["2 h * 3", "(2[h] * 3)"],
  ["2 h / 1 h", "(2[h] / 1[h])"],
  ["3 h^2", "3[h^2]"],
  ["3 h^-1 * a", "(3[h^-1] * a)"],
  ["(3 h)^2", "(3[h] ^ 2)"],
  ["3^2 * 1 h", "((3 ^ 2) * 1[h])"],
  ["3 USD/h*a", "(3[USD/h] * a)"],
  ["3 USD - h2", "(3[USD] - h2)"],
  ["2h+1", "(2[h] + 1)"],
];

/** Formula, words of the mend, and the piece of text at fault. */
const mended: readonly [string, string, string][] = [
  ["", "Write a number", ""],
  ["  ", "Write a number", "  "],
  ["a = b", "Write ==", "="],
  ["a ** b", "Write ^", "**"],
  ["a && b", "Multiply comparisons", "&&"],
  ["a > 0 and b > 0", "Multiply comparisons", "and"],
  ["a || b", "Write max", "||"],
  ["!a", "Write x == 0", "!"],
  ["a ? b : c", "Write if(", "?"],
  ["a < b < c", "Write (a < b) * (b < c)", "<"],
  ["a % b", "remainder", "%"],
  ["5 % 3", "remainder", "3"],
  ["a.b", "plain names", "."],
  ["a['b']", "round brackets", "["],
  ["'a'", "leave out the quotes", "'"],
  ["0x1F", "Write 31.", "0x1F"],
  ["010", "Write 10.", "010"],
  ["007.5", "Write 7.5.", "007.5"],
  ["1_000", "Write 1000.", "1_000"],
  ["1,000", "without separators", "000"],
  ["1,200", "without separators", ","],
  ["1..2", "Write decimals as 0.5", "1..2"],
  ["1.2.3", "Write decimals as 0.5", "1.2.3"],
  ["5.", "Write decimals as 0.5", "5."],
  ["1e999", "Numbers reach", "1e999"],
  ["1e-999", "Numbers reach", "1e-999"],
  ["2a", "Write 2 * a for a product", "a"],
  ["5 tok", "Write token, or 5 * tok", "tok"],
  ["5 hours", "Write h, or 5 * hours", "hours"],
  ["5 USD per h", "Write / for per", "per"],
  ["USD", "Write 1 USD.", "USD"],
  ["2 / h", "Write 1 h.", "h"],
  ["x * USD/h", "Write 1 USD.", "USD"],
  ["3 USD/(h*x)", "(1 h * x)", "*"],
  ["3 USD/(h", "Close it", "("],
  ["50%^2", "power of the value", "^"],
  ["3 h^x", "power of the value", "^"],
  ["3 h^2.5", "power of the value", "^"],
  ["3 h^2^2", "power of the value", "^"],
  ["3 h^99", "Use a lower power", "99"],
  ["a b", "Put an operator", "b"],
  ["2 (a)", "Write * before", "("],
  ["(a", "Add the missing )", "("],
  ["a)", "Remove the )", ")"],
  ["a +", "Add the missing operand", ""],
  ["+a", "Leave out the +", "+"],
  ["* a", "Write a number", "*"],
  ["()", "Write a number", ")"],
  ["min", "Write min(a, b)", "min"],
  ["min(a)", "Write min(a, b)", "min(a)"],
  ["abs()", "Write abs(x)", "abs()"],
  ["if(a, b)", "Write if(", "if(a, b)"],
  ["clamp(a, b)", "Write clamp(", "clamp(a, b)"],
  ["sqrt(a, b)", "Write sqrt(x)", "sqrt(a, b)"],
  ["sqr(a)", "Write sqrt.", "sqr"],
  ["ln(a)", "Write log(x)", "ln"],
  ["pow(a, 2)", "Write a^b", "pow"],
  ["a(b)", "Write a * (", "a"],
  ["true", "Write 1", "true"],
  ["а+1", "Type a on the keyboard", "а"],
  ["a − 1", "minus sign", "−"],
  ["a × 2", "Write *", "×"],
  ["a ≤ 2", "Write <=", "≤"],
  ["𝑎 + 1", "Type a", "𝑎"],
  ["a\u00a0+ 1", "plain space", "\u00a0"],
  ["$5", "Write USD after", "$"],
  ["1/0", "division by zero", "1/0"],
  ["a * (1e308 * 10)", "huge power", "(1e308 * 10)"],
  ["1e308 kUSD", "huge power", "1e308 kUSD"],
  ["if(a > 0, log(0), 1)", "logarithm", "log(0)"],
  ["sqrt(-1)", "root of a negative", "sqrt(-1)"],
  ["clamp(a, 0, 0/0)", "division by zero", "0/0"],
  ["a + 1 // note", "leave out what follows", "//"],
  ["a; b", "leave out what follows", ";"],
];

describe("a formula", () => {
  it.each(trees)("%s is read as %s", (text, tree) => {
    expect(show(parseFormula(text, units))).toBe(tree);
  });

  it.each(mended)("refuses %j and says how to mend it", (text, fix, fault) => {
    const error = refusal(text);
    expect(error.fix).toContain(fix);
    expect(text.slice(error.span.start, error.span.end)).toBe(fault);
  });

  it("names the code point of a letter that only looks familiar", () => {
    expect(refusal("а+1").message).toBe('"а" (U+0430) looks like "a" and is another character');
    expect(refusal("a\u2028b").message).toContain("U+2028");
  });

  it("knows where each part stands", () => {
    const text = "rent * (1 + 5%) / hours";
    const tree = parseFormula(text, units);
    const parts = spans(tree).map(({ start, end }) => text.slice(start, end));
    expect(parts).toEqual([text, "rent * (1 + 5%)", "rent", "(1 + 5%)", "1", "5%", "hours"]);
  });

  it("takes 64 levels, 2000 parts and 4096 characters, and no more", () => {
    const nested = (levels: number) => "(".repeat(levels) + "a" + ")".repeat(levels);
    parseFormula(nested(64), units);
    expect(refusal(nested(65)).message).toContain("64 levels");
    parseFormula("a+".repeat(999) + "a", units);
    expect(refusal("a+".repeat(1000) + "a").message).toContain("2000 parts");
    parseFormula("a" + " ".repeat(4095), units);
    expect(refusal("a" + " ".repeat(4096)).message).toContain("4096 characters");
    expect(refusal("-".repeat(65) + "a").message).toContain("64 levels");
    expect(refusal("a^".repeat(65) + "a").message).toContain("64 levels");
    expect(refusal("abs(".repeat(65) + "a" + ")".repeat(65)).message).toContain("64 levels");
  });

  it("answers any text with a tree or with a place and a mend", () => {
    const piece = fc.constantFrom(
      ..."a b 1 0 2.5 .5 1e3 h USD % ( ( ) ) + - * / ^ < <= == , min( if( sqrt( = ! . _ é 𝑎".split(
        " ",
      ),
    );
    const pieces = fc.array(piece, { maxLength: 40 });
    const glue = fc.constantFrom("", " ");
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.tuple(pieces, glue).map(([parts, between]) => parts.join(between)),
    );
    fc.assert(
      fc.property(text, (given) => {
        try {
          parseFormula(given, units);
        } catch (error) {
          expect(error).toBeInstanceOf(FormulaError);
          const { span, fix, message } = error as FormulaError;
          expect(0 <= span.start && span.start <= span.end && span.end <= given.length).toBe(true);
          expect(fix).toMatch(/\.$/);
          expect(message).not.toBe("");
        }
      }),
      { seed: 13, numRuns: 3000 },
    );
  });
});

function refusal(text: string): FormulaError {
  try {
    parseFormula(text, units);
  } catch (error) {
    expect(error).toBeInstanceOf(FormulaError);
    return error as FormulaError;
  }
  throw new Error(`${text} was accepted`);
}

function show(tree: Expression): string {
  switch (tree.kind) {
    case "number":
      return `${tree.value}${tree.unit.text === "1" ? "" : `[${tree.unit.text}]`}`;
    case "name":
      return tree.name;
    case "negate":
      return `(-${show(tree.operand)})`;
    case "binary":
      return `(${show(tree.left)} ${tree.operator} ${show(tree.right)})`;
    case "call":
      return `${tree.callee}(${tree.operands.map(show).join(", ")})`;
  }
}

function spans(tree: Expression): Expression["span"][] {
  if (tree.kind === "negate") return [tree.span, ...spans(tree.operand)];
  if (tree.kind === "binary") return [tree.span, ...spans(tree.left), ...spans(tree.right)];
  if (tree.kind === "call") return [tree.span, ...tree.operands.flatMap(spans)];
  return [tree.span];
}
