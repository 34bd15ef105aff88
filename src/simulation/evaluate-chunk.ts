import type { CompiledModel } from "../engine/compile-model.js";
import { drawInputs } from "../engine/draw-inputs.js";
import type { Design } from "../sampling/design.js";
import { sampleUniforms } from "../sampling/sample-uniforms.js";
import type { Chunk } from "./plan.js";

/** Draws evaluated together: every column of a block stays in cache. */
const BLOCK_DRAWS = 2048;

/**
 * Evaluates one chunk into its place in the columns of a run. Depends on nothing but its arguments,
 * so any worker, in any order, writes the same bits.
 *
 * @param columns one per output of the model, each as long as the run, in base units
 */
export function evaluateChunk(
  model: CompiledModel,
  design: Design,
  chunk: Chunk,
  columns: readonly Float64Array[],
): void {
  const names = model.inputs.map(({ name }) => name);
  const drawn = sampleUniforms(design, model.dependence, names, chunk.start, chunk.length);
  drawInputs(model.inputs, drawn);
  for (let first = 0; first < chunk.length; first += BLOCK_DRAWS) {
    const length = Math.min(BLOCK_DRAWS, chunk.length - first);
    const block = drawn.map((column) => column.subarray(first, first + length));
    const outputs = model.evaluate(block, length);
    for (const [k, output] of outputs.entries()) columns[k]!.set(output, chunk.start + first);
  }
}
