import type { BinaryOperator, Expression, FunctionName } from "../../formula/expression.js";

/** What Excel takes at most. Source: Microsoft, Excel specifications and limits, "Calculation". */
const CHARACTERS_MAX = 8192;
const ARGUMENTS_MAX = 255;
const LEVELS_MAX = 64;

/** How tightly a part binds in a spreadsheet; a sign before a number binds more tightly than `^` there. */
const COMPARISON = 1;
const SUM = 2;
const PRODUCT = 3;
const ATOM = 6;

/** The address of a quantity's value in base units, such as `I12`. */
export type CellOf = (name: string) => string;

/** Text of a part, and how tightly it binds. */
interface Part {
  readonly text: string;
  readonly strength: number;
}

/** A part's text, in brackets where it binds more loosely than asked. */
type Bracket = (weakest: number) => string;

/**
 * A formula of the language as one of a spreadsheet, without its equals sign; values in base units.
 *
 * Brackets stand wherever a spreadsheet reads differently: there `-2^2` is 4 and `2^3^2` is 64.
 * Comparisons are 1 or 0, `0^0` is 1, `round` takes halves away from zero; `clamp` with its bounds
 * crossed is an error, and so is whatever has no finite value.
 *
 * @returns undefined where a spreadsheet could not hold it: too long or nested too deep
 */
export function spreadsheetFormula(tree: Expression, cellOf: CellOf): string | undefined {
  return write(tree, cellOf)?.text;
}

function write(tree: Expression, cellOf: CellOf): Part | undefined {
  const inner = (part: Expression): Part | undefined => write(part, cellOf);
  switch (tree.kind) {
    case "number":
      return atom(String(tree.value * tree.unit.scale).toUpperCase());
    case "name":
      return atom(cellOf(tree.name));
    case "negate":
      return join([inner(tree.operand)], ([x]) => atom(`(-${x!(ATOM)})`));
    case "binary":
      if (isComparison(tree)) {
        return join([condition(tree, cellOf)], ([holds]) => atom(`IF(${holds!(0)},1,0)`));
      }
      return join([inner(tree.left), inner(tree.right)], ([a, b]) => binary(tree, a!, b!));
    case "call":
      if (tree.callee === "if") {
        const [test, ...branches] = tree.operands;
        const parts = [condition(test!, cellOf), ...branches.map(inner)];
        return join(parts, (three) => atom(`IF(${three.map((part) => part(0)).join(",")})`));
      }
      return tree.operands.length > ARGUMENTS_MAX
        ? undefined
        : join(tree.operands.map(inner), (parts) => atom(call(tree, parts)));
  }
}

const COMPARISONS: Partial<Record<BinaryOperator, string>> = {
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
  "==": "=",
  "!=": "<>",
};

function isComparison(tree: Expression): tree is Expression & { kind: "binary" } {
  return tree.kind === "binary" && COMPARISONS[tree.operator] !== undefined;
}

/** What stands first in an IF: a comparison as it is, any other number as not being zero. */
function condition(tree: Expression, cellOf: CellOf): Part | undefined {
  if (!isComparison(tree)) {
    return join([write(tree, cellOf)], ([x]) => loose(`${x!(SUM)}<>0`, COMPARISON));
  }
  return join([write(tree.left, cellOf), write(tree.right, cellOf)], ([a, b]) =>
    loose(`${a!(SUM)}${COMPARISONS[tree.operator]!}${b!(SUM)}`, COMPARISON),
  );
}

function binary({ operator, right }: Expression & { kind: "binary" }, a: Bracket, b: Bracket) {
  if (operator === "+" || operator === "-") return loose(`${a(SUM)}${operator}${b(PRODUCT)}`, SUM);
  if (operator !== "^") return loose(`${a(PRODUCT)}${operator}${b(ATOM)}`, PRODUCT);
  const power = `${a(ATOM)}^${b(ATOM)}`;
  const exponent = right.kind === "negate" ? right.operand : right;
  const never0 = exponent.kind === "number" && exponent.value !== 0;
  return atom(never0 ? `(${power})` : `IF(${b(SUM)}=0,1+0*${a(ATOM)},${power})`);
}

function call(
  { callee, operands }: { callee: FunctionName; operands: readonly Expression[] },
  parts: readonly Bracket[],
): string {
  const texts = parts.map((part) => part(0));
  const [x] = texts;
  switch (callee) {
    case "clamp":
      return clamp(operands, parts);
    case "log":
      return `LN(${x})`;
    case "log2":
      return `LOG(${x},2)`;
    case "floor":
      return `INT(${x})`;
    case "ceil":
      return `(-INT(-${parts[0]!(ATOM)}))`;
    case "round":
      return `ROUND(${x},0)`;
    default:
      return `${callee.toUpperCase()}(${texts.join(",")})`;
  }
}

function clamp([, from, to]: readonly Expression[], [x, low, high]: readonly Bracket[]): string {
  const clamped = `MIN(MAX(${x!(0)},${low!(0)}),${high!(0)})`;
  if (from?.kind === "number" && to?.kind === "number") {
    if (from.value * from.unit.scale <= to.value * to.unit.scale) return clamped;
  }
  return `IF(${low!(SUM)}<=${high!(SUM)},${clamped},NA())`;
}

/** One part of several, where all of them and the whole can be written. */
function join(
  parts: readonly (Part | undefined)[],
  combine: (parts: readonly Bracket[]) => Part,
): Part | undefined {
  const brackets: Bracket[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    brackets.push((weakest) => (part.strength < weakest ? `(${part.text})` : part.text));
  }
  const joined = combine(brackets);
  const fits = joined.text.length <= CHARACTERS_MAX && depthOf(joined.text) <= LEVELS_MAX;
  return fits ? joined : undefined;
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === "(") deepest = Math.max(deepest, ++depth);
    else if (character === ")") depth--;
  }
  return deepest;
}

function atom(text: string): Part {
  return { text, strength: ATOM };
}

function loose(text: string, strength: number): Part {
  return { text, strength };
}
