import { type FixedDraws, fixedDraws } from "../decision/fixed-draws.js";
import type { CompiledModel } from "../engine/compile-model.js";
import { createSamplers, type Samplers } from "../engine/samplers.js";
import { drawInput } from "../engine/draw-inputs.js";
import { createDesign } from "../sampling/create-design.js";
import type { Replication } from "../sampling/design.js";
import { sampleUniforms } from "../sampling/sample-uniforms.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Plan } from "../simulation/plan.js";
import { compareWithPrices } from "./break-even.js";
import type { DrawnOutput } from "./drawn-output.js";
import { type Drawn, sampleDraws } from "./drawn.js";
import { outputColumn } from "./output.js";
import { talliedOutput } from "./tallied-output.js";
import type { BreakEven } from "./summary.js";

/** Draws that are evaluated again and again with inputs set. */
const FIXED_DRAWS_MAX = 16_384;
/** Draws that are asked hundreds of times; a power of two, so that replicates are of one size. */
const FEW_DRAWS_MAX = 4096;

/** A run that is over, with what its analyses read, each worked out once. */
export interface FinishedRun {
  readonly scenario: Scenario;
  readonly model: CompiledModel;
  /** Of the model, so that others made from it share its quantile tables. */
  readonly samplers: Samplers;
  readonly plan: Plan;
  readonly replication: Replication | undefined;
  /** In the order of `scenario.outputs`. */
  readonly outputs: readonly DrawnOutput[];
  readonly breakEven: readonly BreakEven[];
  readonly sample: Sample;
  /** At most 16,384 draws by the run's design, to be asked what would be if some inputs were set. */
  readonly fixedDraws: () => FixedDraws;
  /** The same of at most 4,096, for what is asked hundreds of times. */
  readonly fewDraws: () => FixedDraws;
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

/** Makes what was drawn ready to be analysed. */
export function finishRun(
  scenario: Scenario,
  model: CompiledModel,
  drawn: Drawn,
  samplers: Samplers = createSamplers(),
): FinishedRun {
  const { plan } = drawn;
  const { replication } = createDesign(plan.run);
  const outputs = scenario.outputs.map((name, k) =>
    "columns" in drawn
      ? outputColumn(name, model, drawn.columns[k]!, replication)
      : talliedOutput(name, model, drawn.tallies[k]!),
  );
  const first = (most: number) => {
    let fixed: FixedDraws | undefined;
    const { method, seed, dimensions } = plan.run;
    const draws = Math.min(most, plan.run.draws);
    return (): FixedDraws => (fixed ??= fixedDraws(model, { method, draws, seed, dimensions }));
  };
  return {
    ...{ scenario, model, samplers, plan, replication, outputs },
    breakEven: compareWithPrices(scenario, model, outputs),
    sample: sampleOf(model, plan, outputs),
    fixedDraws: first(FIXED_DRAWS_MAX),
    fewDraws: first(Math.min(FEW_DRAWS_MAX, 2 ** Math.floor(Math.log2(plan.run.draws)))),
  };
}

function sampleOf(model: CompiledModel, plan: Plan, outputs: readonly DrawnOutput[]): Sample {
  const { inputs, quantities, units } = model;
  const names = inputs.map(({ name }) => name);
  const draws = sampleDraws(plan);
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
    output: (name) => outputs.find((output) => output.name === name)!.first.subarray(0, draws),
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
