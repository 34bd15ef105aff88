import { blockKernel } from "../engine/block-kernel.js";
import { BLOCK_DRAWS } from "../engine/block-size.js";
import type { CompiledModel } from "../engine/compile-model.js";
import type { Design } from "../sampling/design.js";
import { evaluateChunk } from "./evaluate-chunk.js";
import type { Chunk } from "./plan.js";

/** `evaluateChunk` for many chunks of one run. */
export type ChunkEvaluator = (chunk: Chunk, columns: readonly Float64Array[], from: number) => void;

/** Readies the evaluation of chunks: by kernels in one memory where the machine has vectors. */
export function chunkEvaluator(model: CompiledModel, design: Design): ChunkEvaluator {
  const kernel = blockKernel(model, design);
  if (!kernel) return (...chunk) => evaluateChunk(model, design, ...chunk);
  return ({ start, length }, columns, from) => {
    for (let done = 0; done < length; done += BLOCK_DRAWS) {
      const outputs = kernel(start + done, Math.min(BLOCK_DRAWS, length - done));
      for (const [k, output] of outputs.entries()) columns[k]!.set(output, start + done - from);
    }
  };
}
