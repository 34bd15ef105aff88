import { type FixedDraws, fixedDraws } from "../decision/fixed-draws.js";
import type { CompiledModel } from "../engine/compile-model.js";
import { drawInputs } from "../engine/draw-inputs.js";
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

/** A run that is over, with what its analyses read, each worked out once. */
export interface FinishedRun {
  readonly scenario: Scenario;
  readonly model: CompiledModel;
  readonly plan: Plan;
  readonly replication: Replication | undefined;
  /** In the order of `scenario.outputs`. */
  readonly outputs: readonly DrawnOutput[];
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
  /** The values of an uncertain input, one per draw, in its own unit. */
  readonly input: (name: string) => Float64Array;
  /** The values of an output of the scenario, one per draw, in its own unit. */
  readonly output: (name: string) => Float64Array;
}

/** Makes what was drawn ready to be analysed. */
export function finishRun(scenario: Scenario, model: CompiledModel, drawn: Drawn): FinishedRun {
  const { plan } = drawn;
  const { replication } = createDesign(plan.run);
  const outputs = scenario.outputs.map((name, k) =>
    "columns" in drawn
      ? outputColumn(name, model, drawn.columns[k]!, replication)
      : talliedOutput(name, model, drawn.tallies[k]!),
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

function sampleOf(model: CompiledModel, plan: Plan, outputs: readonly DrawnOutput[]): Sample {
  const names = model.inputs.map(({ name }) => name);
  const draws = sampleDraws(plan);
  const columns = sampleUniforms(createDesign(plan.run), model.dependence, names, 0, draws);
  let values: ReadonlyMap<string, Float64Array> | undefined;
  return {
    draws,
    uniforms: new Map(names.map((name, k) => [name, columns[k]!])),
    input: (name) => (values ??= inputValues(model, columns)).get(name)!,
    output: (name) => outputs.find((output) => output.name === name)!.first.subarray(0, draws),
  };
}

function inputValues(
  { inputs, quantities, units }: CompiledModel,
  uniforms: readonly Float64Array[],
): ReadonlyMap<string, Float64Array> {
  const columns = uniforms.map((column) => column.slice());
  drawInputs(inputs, columns);
  return new Map(
    inputs.map(({ name }, k) => {
      const { scale } = units.parse(quantities.find((quantity) => quantity.name === name)!.unit);
      return [name, columns[k]!.map((value) => value / scale)];
    }),
  );
}
