import { compileModel } from "../engine/compile-model.js";
import { createSamplers, type Samplers } from "../engine/samplers.js";
import { createDesign } from "../sampling/create-design.js";
import type { Design } from "../sampling/design.js";
import type { Scenario } from "../scenario/scenario.js";
import { type ChunkEvaluator, chunkEvaluators } from "./chunk-evaluator.js";
import type { Evaluator, Progress } from "./evaluator.js";
import { hasModelOf } from "./has-model-of.js";
import { tallyMerger } from "./tally-merger.js";
import { pause } from "./pause.js";
import type { Chunk, Plan } from "./plan.js";
import { chunkTallier } from "./chunk-tallier.js";

/** Input values drawn between two pauses: some 20 milliseconds. */
const VALUES_BETWEEN_PAUSES = 2 ** 22;

/**
 * Evaluates runs on the calling thread: right for small runs, which are over before a worker has
 * started, and where there are no threads. Same bits as the pool. One run after another shares
 * quantile tables.
 *
 * @param samplers whose tables are shared with others
 */
export function createInline(samplers: Samplers = createSamplers()): Evaluator {
  let last: Ready | undefined;
  const readyFor = (scenario: Scenario): Ready => {
    if (!last || !hasModelOf(last.scenario, scenario)) {
      const model = compileModel(scenario, samplers);
      last = { scenario, inputs: model.inputs.length, evaluatorOf: chunkEvaluators(model) };
    }
    return last;
  };
  return {
    draw: async (scenario, plan, progress) => {
      const { inputs, evaluatorOf } = readyFor(scenario);
      const evaluateChunk = evaluatorOf(createDesign(plan.run));
      const draws = plan.end - plan.start;
      const columns = scenario.outputs.map(() => new Float64Array(draws));
      await forEachChunk(plan, inputs, progress, (chunk) =>
        evaluateChunk(chunk, columns, plan.start),
      );
      return columns;
    },
    tally: async (scenario, plan, asked, progress) => {
      const { inputs, evaluatorOf } = readyFor(scenario);
      const first = scenario.outputs.map(() => new Float64Array(asked.firstDraws));
      const tallier = chunkTallier(plan, asked, evaluatorOf(createDesign(plan.run)), first);
      const merger = tallyMerger(asked);
      await forEachChunk(plan, inputs, progress, (chunk, place) =>
        merger.add(place, tallier.add(chunk)),
      );
      merger.count(tallier.counts());
      return merger.finish(first);
    },
  };
}

/** Takes the chunks of a plan in order, and lets others have their turn now and then. */
async function forEachChunk(
  plan: Plan,
  inputs: number,
  { onDraws, signal }: Progress = {},
  take: (chunk: Chunk, place: number) => void,
): Promise<void> {
  let values = 0;
  for (const [place, chunk] of plan.chunks.entries()) {
    take(chunk, place);
    onDraws?.(chunk.start + chunk.length, plan.run.draws);
    values += chunk.length * inputs;
    if (values >= VALUES_BETWEEN_PAUSES) {
      values = 0;
      await pause();
    }
    signal?.throwIfAborted();
  }
  await pause();
  signal?.throwIfAborted();
}

/** A scenario whose model is ready for runs by any design. */
interface Ready {
  readonly scenario: Scenario;
  /** How many inputs are drawn. */
  readonly inputs: number;
  readonly evaluatorOf: (design: Design) => ChunkEvaluator;
}

/** `createInline` for single runs. */
export const inlineEvaluator: Evaluator = {
  draw: (...run) => createInline().draw(...run),
  tally: (...run) => createInline().tally(...run),
};
