import type { CompiledModel } from "../engine/compile-model.js";
import { createDesign } from "../sampling/create-design.js";
import { evaluateChunk } from "../simulation/evaluate-chunk.js";
import { outputColumn } from "../summary/output.js";
import type { Found, LiveRecord } from "./live-record.js";

/** Draws between two pauses. */
const CHUNK_DRAWS = 4096;

/**
 * Makes the first draws of a run again and finds what was recorded of them, pausing between portions.
 *
 * @param draws how many
 */
export function* repeatRun(
  { scenario, design: options, price }: Omit<LiveRecord, "recorded">,
  model: CompiledModel,
  draws: number,
): Generator<undefined, Found> {
  const design = createDesign(options);
  const columns = scenario.outputs.map(() => new Float64Array(draws));
  for (let start = 0; start < draws; start += CHUNK_DRAWS) {
    const length = Math.min(CHUNK_DRAWS, draws - start);
    evaluateChunk(model, design, { start, length }, columns, 0);
    yield;
  }
  const output = outputColumn(scenario.outputs[0]!, model, columns[0]!, design.replication);
  const median = output.percentile(50).value;
  return {
    draws,
    ...(price ? { atOrBelow: output.probability(price.price).value } : {}),
    median: Number.isFinite(median) ? median : null,
  };
}

/** Takes a paused computation to its end at once. */
export function finish<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
