import { compileModel } from "../engine/compile-model.js";
import { createSamplers } from "../engine/samplers.js";
import { createDesign } from "../sampling/create-design.js";
import { chunkEvaluator } from "./chunk-evaluator.js";
import type { Evaluate } from "./evaluate.js";

/**
 * Evaluates runs on the calling thread: right for small runs, which are over before a worker has
 * started, and where there are no threads. Same bits as the pool. One run after another shares
 * quantile tables.
 */
export function createInline(): Evaluate {
  const samplers = createSamplers();
  return async (scenario, plan, { onDraws, signal } = {}) => {
    const evaluateChunk = chunkEvaluator(compileModel(scenario, samplers), createDesign(plan.run));
    const columns = scenario.outputs.map(() => new Float64Array(plan.run.draws - plan.start));
    for (const chunk of plan.chunks) {
      evaluateChunk(chunk, columns, plan.start);
      onDraws?.(chunk.start + chunk.length, plan.run.draws);
      // Lets signals and timers in between chunks.
      await new Promise((resolve) => setTimeout(resolve, 0));
      signal?.throwIfAborted();
    }
    return columns;
  };
}

/** `createInline` for a single run. */
export const evaluateInline: Evaluate = (scenario, plan, progress) =>
  createInline()(scenario, plan, progress);
