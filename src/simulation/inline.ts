import { type CompiledModel, compileModel, MODEL_PARTS } from "../engine/compile-model.js";
import { createSamplers, type Samplers } from "../engine/samplers.js";
import { createDesign } from "../sampling/create-design.js";
import type { Design, DesignOptions } from "../sampling/design.js";
import type { Scenario } from "../scenario/scenario.js";
import { type ChunkEvaluator, chunkEvaluators } from "./chunk-evaluator.js";
import type { Evaluate } from "./evaluate.js";
import { pause } from "./pause.js";

/** Input values drawn between two pauses: some 20 milliseconds. */
const VALUES_BETWEEN_PAUSES = 2 ** 22;

/**
 * Evaluates runs on the calling thread: right for small runs, which are over before a worker has
 * started, and where there are no threads. Same bits as the pool. One run after another shares
 * quantile tables.
 *
 * @param samplers whose tables are shared with others
 */
export function createInline(samplers: Samplers = createSamplers()): Evaluate {
  let last: Ready | undefined;
  return async (scenario, plan, { onDraws, signal } = {}, into = undefined) => {
    // The segments of a long run share what they are evaluated by.
    if (last?.scenario !== scenario || last.run !== plan.run) {
      const ready = hasModelOf(last?.scenario, scenario)
        ? last!
        : readyModel(compileModel(scenario, samplers));
      const evaluateChunk = ready.evaluatorOf(createDesign(plan.run));
      last = { ...ready, scenario, run: plan.run, evaluateChunk };
    }
    const { model, evaluateChunk } = last;
    const draws = plan.end - plan.start;
    const columns = scenario.outputs.map(
      (_, k) => into?.[k]?.subarray(0, draws) ?? new Float64Array(draws),
    );
    let values = 0;
    for (const chunk of plan.chunks) {
      evaluateChunk(chunk, columns, plan.start);
      onDraws?.(chunk.start + chunk.length, plan.run.draws);
      values += chunk.length * model.inputs.length;
      if (values >= VALUES_BETWEEN_PAUSES) {
        values = 0;
        await pause();
      }
      signal?.throwIfAborted();
    }
    await pause();
    signal?.throwIfAborted();
    return columns;
  };
}

/** A model, and what evaluates its draws by any design. */
interface ReadyModel {
  readonly model: CompiledModel;
  readonly evaluatorOf: (design: Design) => ChunkEvaluator;
}

/** What the draws of one run are evaluated by. */
interface Ready extends ReadyModel {
  readonly scenario: Scenario;
  readonly run: DesignOptions;
  readonly evaluateChunk: ChunkEvaluator;
}

function readyModel(model: CompiledModel): ReadyModel {
  return { model, evaluatorOf: chunkEvaluators(model) };
}

/** Whether two scenarios differ in how they are run at most. */
function hasModelOf(one: Scenario | undefined, other: Scenario): boolean {
  return one !== undefined && MODEL_PARTS.every((part) => one[part] === other[part]);
}

/** `createInline` for a single run. */
export const evaluateInline: Evaluate = (scenario, plan, progress, into) =>
  createInline()(scenario, plan, progress, into);
