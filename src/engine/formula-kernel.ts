import { instantiate } from "../wasm/instantiate.js";
import { emitModel, type Formulas } from "./emit-model.js";

/** Draws evaluated in one call: their columns stay in cache. */
const BLOCK_DRAWS = 1024;
const BLOCK_BYTES = 8 * BLOCK_DRAWS;

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
 * The kernel of a model.
 *
 * @returns undefined where the machine has no vector instructions
 */
export function formulaKernel(model: Formulas): FormulaKernel | undefined {
  const { definitions, imports, globalCount } = emitModel(model, BLOCK_BYTES);
  const columns = model.inputs.length + model.outputs.length;
  const started = instantiate(definitions, columns * BLOCK_BYTES, imports, globalCount);
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
      run(0, 8 * draws);
      for (const [k, block] of blocks.entries()) {
        outputs[k]!.set(draws === BLOCK_DRAWS ? block : block.subarray(0, draws), start);
      }
    }
    return outputs.map((output) => output.subarray(0, length));
  };
}
