import { compiledOnce } from "../wasm/compiled-once.js";
import { createMemory, type Memory } from "../wasm/memory.js";
import { BLOCK_DRAWS, STRIDE } from "./block-size.js";
import { emitModel, type Formulas } from "./emit-model.js";

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
 * each `STRIDE` bytes after the one before.
 *
 * @param at address of the first input's first value
 * @param end address of its last value's end; what an odd draw leaves of a pair is written as well
 */
export type FormulasInMemory = (at: number, end: number) => void;

/**
 * Starts the formulas of a model on a memory; they are compiled the first time.
 *
 * @returns undefined where the machine has no vector instructions
 */
export type StartFormulas = (memory: Memory) => FormulasInMemory | undefined;

/**
 * All formulas of a model as one loop of vector instructions, two draws at a time: constants folded,
 * equal parts worked out once, and only what the outputs need.
 */
export function startFormulas(model: Formulas): StartFormulas {
  const start = compiledOnce(() => emitModel(model, STRIDE));
  return (memory) => {
    const run = start(memory)?.["formulas"];
    return run && ((at, end) => void run(at, end));
  };
}

/** The formulas of a model for columns anywhere; undefined as `StartFormulas`. */
export function formulaKernel(
  model: Formulas,
  start = startFormulas(model),
): FormulaKernel | undefined {
  const inputCount = model.inputs.length;
  const outputCount = model.outputs.length;
  const memory = createMemory((inputCount + outputCount) * STRIDE);
  const run = memory && start(memory);
  if (!run) return undefined;
  const columns = Array.from(
    { length: inputCount + outputCount },
    (_, k) => new Float64Array(memory.buffer, k * STRIDE, BLOCK_DRAWS),
  );
  const inputs = columns.slice(0, inputCount);
  const blocks = columns.slice(inputCount);
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
