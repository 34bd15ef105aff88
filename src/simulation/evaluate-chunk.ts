import type { CompiledModel } from "../engine/compile-model.js";
import { drawInputs } from "../engine/draw-inputs.js";
import type { Design } from "../sampling/design.js";
import { sampleUniforms } from "../sampling/sample-uniforms.js";
import type { Chunk } from "./plan.js";

/** Draws evaluated together: every column of a block stays in cache. */
const BLOCK_DRAWS = 2048;

/**
 * Evaluates one chunk into its place in the columns of a plan. Depends on nothing but its arguments,
 * so any worker, in any order, writes the same bits.
 *
 * @param columns one per output of the model, in base units; the first value is that of draw `from`
 */
export function evaluateChunk(
  model: CompiledModel,
  design: Design,
  chunk: Chunk,
  columns: readonly Float64Array[],
  from: number,
): void {
  const names = model.inputs.map(({ name }) => name);
  const memory = names.map(() => new Float64Array(Math.min(BLOCK_DRAWS, chunk.length)));
  for (let first = 0; first < chunk.length; first += BLOCK_DRAWS) {
    const length = Math.min(BLOCK_DRAWS, chunk.length - first);
    const start = chunk.start + first;
    const drawn = sampleUniforms(design, model.dependence, names, start, length, memory);
    drawInputs(model.inputs, drawn);
    const outputs = model.evaluate(drawn, length);
    for (const [k, output] of outputs.entries()) columns[k]!.set(output, start - from);
  }
}
