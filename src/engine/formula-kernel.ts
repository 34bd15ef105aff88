import type { Expression } from "../formula/expression.js";
import { type Definition, instantiate } from "../wasm/instantiate.js";
import { i32, local, loop, v128 } from "../wasm/instructions.js";
import { createEmitter, type Value } from "./emit-formulas.js";
import { createFunctions, type Functions } from "./functions.js";

/** Draws evaluated in one call: their columns stay in cache. */
const BLOCK_DRAWS = 1024;
const BLOCK_BYTES = 8 * BLOCK_DRAWS;
/** Machines take 50,000 locals in a function. */
const LOCALS_MAX = 40_000;

/** What a kernel works out: names of the columns, numbers, and formulas each after all it needs. */
export interface Formulas {
  readonly inputs: readonly { readonly name: string }[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly formulas: readonly { readonly name: string; readonly tree: Expression }[];
  readonly outputs: readonly string[];
}

/**
 * Evaluates the outputs of a block: one column each, `length` long, overwritten by the next call. Same
 * bits as the plain evaluator.
 *
 * @param drawn one column per input
 */
export type FormulaKernel = (
  drawn: readonly Float64Array[],
  length: number,
) => readonly Float64Array[];

/**
 * Emits all formulas of a model as one loop of vector instructions, two draws at a time: constants
 * folded, equal parts worked out once, and only what the outputs need.
 *
 * @returns undefined where the machine has no vector instructions, or the model is too large
 */
export function formulaKernel(model: Formulas): FormulaKernel | undefined {
  const functions = createFunctions();
  const code = emitKernel(model, functions);
  if (!code) return undefined;
  const columns = model.inputs.length + model.outputs.length;
  const started = instantiate(
    [...functions.definitions, code],
    columns * BLOCK_BYTES,
    functions.imports,
  );
  if (!started) return undefined;
  const run = started.functions["formulas"]!;
  const column = (k: number): Float64Array =>
    new Float64Array(started.memory, k * BLOCK_BYTES, BLOCK_DRAWS);
  const inputs = model.inputs.map((_, k) => column(k));
  const blocks = model.outputs.map((_, k) => column(inputs.length + k));
  let outputs = blocks.map(() => new Float64Array(0));
  return (drawn, length) => {
    if (outputs.some((output) => output.length < length)) {
      outputs = blocks.map(() => new Float64Array(length));
    }
    for (let start = 0; start < length; start += BLOCK_DRAWS) {
      const draws = Math.min(BLOCK_DRAWS, length - start);
      for (const [k, input] of inputs.entries())
        input.set(drawn[k]!.subarray(start, start + draws));
      run(8 * draws);
      for (const [k, block] of blocks.entries()) {
        outputs[k]!.set(draws === BLOCK_DRAWS ? block : block.subarray(0, draws), start);
      }
    }
    return outputs.map((output) => output.subarray(0, length));
  };
}

const END = 0;
const AT = 1;

function emitKernel(
  { inputs, numbers, formulas, outputs }: Formulas,
  functions: Functions,
): Definition | undefined {
  const emitter = createEmitter(2, functions);
  const values = new Map<string, Value>();
  for (const [name, number] of numbers) values.set(name, emitter.constant(number));
  for (const [k, { name }] of inputs.entries()) {
    values.set(name, emitter.keep(`input ${name}`, v128.load(local.get(AT), k * BLOCK_BYTES)));
  }
  for (const { name, tree } of formulas) {
    values.set(
      name,
      emitter.formula(tree, (other) => values.get(other)!),
    );
  }
  if (emitter.localCount() > LOCALS_MAX) return undefined;
  const stores = outputs.map((name, k) =>
    v128.store(local.get(AT), values.get(name)!.code, (inputs.length + k) * BLOCK_BYTES),
  );
  const isLeft = i32.ltU(local.tee(AT, i32.add(local.get(AT), i32.const(16))), local.get(END));
  return {
    name: "formulas",
    parameters: ["i32"],
    results: [],
    locals: ["i32", ...Array.from({ length: emitter.localCount() }, () => "v128" as const)],
    body: loop([emitter.statements, stores], isLeft),
  };
}
