import type { Expression } from "../formula/expression.js";
import type { Code } from "../wasm/code.js";
import type { Definition, Module } from "../wasm/encode-module.js";
import { call, global, i32, local, loop, v128 } from "../wasm/instructions.js";
import { createEmitter, type Places, type Value } from "./emit-formulas.js";
import { createFunctions, type Functions } from "./functions.js";

/** What a kernel works out: names of the columns, numbers, and formulas each after all it needs. */
export interface Formulas {
  readonly inputs: readonly { readonly name: string }[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly formulas: readonly { readonly name: string; readonly tree: Expression }[];
  readonly outputs: readonly string[];
}

/** Machines take 50,000 locals in a function. */
const LOCALS_MAX = 40_000;
/** Statements of each of several functions. */
const PART = 1000;
const AT = 0;
const END = 1;
const at = local.get(AT);

const locals: Places = {
  get: (index) => local.get(END + 1 + index),
  set: (index, value) => local.set(END + 1 + index, value),
};

/**
 * Emits all formulas of a model as one loop of vector instructions, two draws at a time: constants
 * folded, equal parts worked out once, and only what the outputs need. The last function is `formulas(at, end)`: from the address of the first
 * input's first value to its last's end. A model that is too large for one
 * function becomes several, whose results in between are globals: per formula these take half as long again.
 *
 * @param stride bytes from one column to the next: those of the inputs, then those of the outputs
 */
export function emitModel(model: Formulas, stride: number): Module {
  const functions = createFunctions();
  const { imports } = functions;
  const small = emitStatements(model, stride, { places: locals, most: LOCALS_MAX }, functions);
  if (small) {
    const main = overDraws([small.statements, small.stores], small.statements.length);
    return { definitions: [...functions.definitions, main], imports };
  }
  const large = emitStatements(model, stride, { places: global, most: Infinity }, functions)!;
  const parts = inParts([...large.statements, ...large.stores]);
  const first = imports.length + functions.definitions.length;
  const main = overDraws(
    parts.map((_, k) => call(first + k, at)),
    0,
  );
  return {
    definitions: [...functions.definitions, ...parts, main],
    imports,
    globalCount: large.statements.length,
  };
}

/** The statements of one pair of draws, and those that store the outputs; undefined for too many. */
function emitStatements(
  { inputs, numbers, formulas, outputs }: Formulas,
  stride: number,
  { places, most }: { readonly places: Places; readonly most: number },
  functions: Functions,
): { readonly statements: readonly Code[]; readonly stores: readonly Code[] } | undefined {
  const emitter = createEmitter(places, functions);
  const values = new Map<string, Value>();
  const valueOf = (name: string): Value => values.get(name)!;
  for (const [name, number] of numbers) values.set(name, emitter.constant(number));
  for (const [k, { name }] of inputs.entries()) {
    values.set(name, emitter.keep(`input ${name}`, v128.load(at, k * stride)));
  }
  for (const { name, tree } of formulas) {
    values.set(name, emitter.formula(tree, valueOf));
    if (emitter.statements.length > most) return undefined;
  }
  const stores = outputs.map((name, k) =>
    v128.store(at, valueOf(name).code, (inputs.length + k) * stride),
  );
  return { statements: emitter.statements, stores };
}

function overDraws(body: Code, localCount: number): Definition {
  const isLeft = i32.ltU(local.tee(AT, i32.add(at, i32.const(16))), local.get(END));
  return {
    name: "formulas",
    parameters: ["i32", "i32"],
    results: [],
    locals: Array.from({ length: localCount }, () => "v128"),
    body: loop(body, isLeft),
  };
}

function inParts(statements: readonly Code[]): readonly Definition[] {
  return Array.from({ length: Math.ceil(statements.length / PART) }, (_, k) => ({
    name: `part ${k}`,
    parameters: ["i32"],
    results: [],
    locals: [],
    body: statements.slice(k * PART, (k + 1) * PART),
  }));
}
