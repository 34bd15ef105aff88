import { type FixedDraws, fixedDraws } from "../decision/fixed-draws.js";
import type { CompiledModel } from "../engine/compile-model.js";
import { drawInput } from "../engine/draw-inputs.js";
import { createDesign } from "../sampling/create-design.js";
import type { Replication } from "../sampling/design.js";
import { sampleUniforms } from "../sampling/sample-uniforms.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Plan } from "../simulation/plan.js";
import { compareWithPrices } from "./break-even.js";
import { type OutputColumn, outputColumn } from "./output.js";
import type { BreakEven } from "./summary.js";

/** Draws that analyses look at one by one; more would change no order and cost memory. */
const SAMPLE_DRAWS_MAX = 262_144;
/** Draws that are evaluated again and again with inputs set. */
const FIXED_DRAWS_MAX = 16_384;

/** A run that is over, with what its analyses read, each worked out once. */
export interface FinishedRun {
  readonly scenario: Scenario;
  readonly model: CompiledModel;
  readonly plan: Plan;
  readonly replication: Replication | undefined;
  /** In the order of `scenario.outputs`. */
  readonly outputs: readonly OutputColumn[];
  readonly breakEven: readonly BreakEven[];
  readonly sample: Sample;
  /** At most 16,384 draws by the run's design, to be asked what would be if some inputs were set. */
  readonly fixedDraws: () => FixedDraws;
}

/** The first draws of a run, inputs beside outputs: whole chunks, at most 262,144 draws. */
export interface Sample {
  readonly draws: number;
  /** By uncertain input, one value per draw, in (0, 1). */
  readonly uniforms: ReadonlyMap<string, Float64Array>;
  /** The values of an uncertain input, one per draw, in base units. */
  readonly drawn: (name: string) => Float64Array;
  /** The values of an uncertain input, one per draw, in its own unit. */
  readonly input: (name: string) => Float64Array;
  /** The values of an output of the scenario, one per draw, in its own unit. */
  readonly output: (name: string) => Float64Array;
}

/** @param columns one per output, in the order of `scenario.outputs`, in base units */
export function finishRun(
  scenario: Scenario,
  model: CompiledModel,
  plan: Plan,
  columns: readonly Float64Array[],
): FinishedRun {
  const { replication } = createDesign(plan.run);
  const outputs = scenario.outputs.map((name, k) =>
    outputColumn(name, model, columns[k]!, replication),
  );
  let fixed: FixedDraws | undefined;
  return {
    ...{ scenario, model, plan, replication, outputs },
    breakEven: compareWithPrices(scenario, model, outputs),
    sample: sampleOf(model, plan, outputs),
    fixedDraws: () => {
      const { method, draws, seed, dimensions } = plan.run;
      const first = { method, draws: Math.min(FIXED_DRAWS_MAX, draws), seed, dimensions };
      return (fixed ??= fixedDraws(model, first));
    },
  };
}

function sampleOf(model: CompiledModel, plan: Plan, outputs: readonly OutputColumn[]): Sample {
  const { inputs, quantities, units } = model;
  const names = inputs.map(({ name }) => name);
  const ends = plan.chunks.map(({ start, length }) => start + length);
  const draws = ends.filter((end) => end <= SAMPLE_DRAWS_MAX).at(-1) ?? ends[0]!;
  const columns = sampleUniforms(createDesign(plan.run), model.dependence, names, 0, draws);
  const drawn = onceEach((name) => {
    const place = names.indexOf(name);
    const column = columns[place]!.slice();
    drawInput(inputs[place]!, column, drawn);
    return column;
  });
  const input = onceEach((name) => {
    const { scale } = units.parse(quantities.find((quantity) => quantity.name === name)!.unit);
    return drawn(name).map((value) => value / scale);
  });
  return {
    ...{ draws, drawn, input },
    uniforms: new Map(names.map((name, k) => [name, columns[k]!])),
    output: (name) => outputs.find((output) => output.name === name)!.values.subarray(0, draws),
  };
}

/** Makes a column when it is first asked for. */
function onceEach(make: (name: string) => Float64Array): (name: string) => Float64Array {
  const made = new Map<string, Float64Array>();
  return (name) => {
    const column = made.get(name) ?? make(name);
    made.set(name, column);
    return column;
  };
}
