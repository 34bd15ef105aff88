import { blockKernels } from "../engine/block-kernel.js";
import { BLOCK_DRAWS } from "../engine/block-size.js";
import type { CompiledModel } from "../engine/compile-model.js";
import type { Design } from "../sampling/design.js";
import { evaluateChunk } from "./evaluate-chunk.js";
import type { Chunk } from "./plan.js";

/** `evaluateChunk` for many chunks of one run. */
export type ChunkEvaluator = (chunk: Chunk, columns: readonly Float64Array[], from: number) => void;

/**
 * Readies the evaluation of a model's chunks by one design after another: by kernels in one memory where
 * the machine has vectors.
 */
export function chunkEvaluators(model: CompiledModel): (design: Design) => ChunkEvaluator {
  const kernelOf = blockKernels(model);
  return (design) => {
    const kernel = kernelOf(design);
    if (!kernel) return (...chunk) => evaluateChunk(model, design, ...chunk);
    return ({ start, length }, columns, from) => {
      for (let done = 0; done < length; done += BLOCK_DRAWS) {
        const outputs = kernel(start + done, Math.min(BLOCK_DRAWS, length - done));
        for (const [k, output] of outputs.entries()) columns[k]!.set(output, start + done - from);
      }
    };
  };
}
