import { instantiate } from "../wasm/instantiate.js";
import { createMemory, type Memory } from "../wasm/memory.js";
import { emitModel, type Formulas } from "./emit-model.js";

/** Draws evaluated in one call: their columns stay in cache. */
const BLOCK_DRAWS = 1024;

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
 * Evaluates formulas for draws whose columns lie in one memory: of all inputs, then of all outputs,
 * each so many bytes after the one before.
 *
 * @param at address of the first input's first value
 * @param end address of its last value's end; what an odd draw leaves of a pair is written as well
 */
export type FormulasInMemory = (at: number, end: number) => void;

/**
 * Emits all formulas of a model as one loop of vector instructions, two draws at a time: constants
 * folded, equal parts worked out once, and only what the outputs need.
 *
 * @param stride bytes from one column to the next
 * @returns undefined where the machine has no vector instructions
 */
export function formulasInMemory(
  model: Formulas,
  memory: Memory,
  stride: number,
): FormulasInMemory | undefined {
  const { definitions, imports, globalCount } = emitModel(model, stride);
  const run = instantiate(definitions, memory, imports, globalCount)?.["formulas"];
  return run && ((at, end) => void run(at, end));
}

/** The formulas of a model for columns anywhere; undefined as `formulasInMemory`. */
export function formulaKernel(model: Formulas): FormulaKernel | undefined {
  const bytes = 8 * BLOCK_DRAWS;
  const memory = createMemory((model.inputs.length + model.outputs.length) * bytes);
  const run = memory && formulasInMemory(model, memory, bytes);
  if (!run) return undefined;
  const column = (k: number): Float64Array =>
    new Float64Array(memory.buffer, k * bytes, BLOCK_DRAWS);
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
      run(0, 8 * draws);
      for (const [k, block] of blocks.entries()) {
        outputs[k]!.set(draws === BLOCK_DRAWS ? block : block.subarray(0, draws), start);
      }
    }
    return outputs.map((output) => output.subarray(0, length));
  };
}
