import { drivingInputs } from "../sensitivity/driving-inputs.js";
import { type CompiledModel, compileModel } from "../engine/compile-model.js";
import { createDesign } from "../sampling/create-design.js";
import type { Replication } from "../sampling/design.js";
import { designOf } from "../sampling/design-of.js";
import { sampleUniforms } from "../sampling/sample-uniforms.js";
import type { Scenario } from "../scenario/scenario.js";
import { rankDrivers } from "../sensitivity/drivers.js";
import {
  type Explained,
  explainVariance,
  type VarianceExplained,
} from "../sensitivity/explain-variance.js";
import type { Target } from "../sensitivity/measure.js";
import { pawn } from "../sensitivity/pawn.js";
import { regression } from "../sensitivity/regression.js";
import { midranks } from "../sensitivity/spearman.js";
import { inlineEvaluator } from "../simulation/inline.js";
import { planRun } from "../simulation/plan.js";
import { rankingAspect, refusalsOf, sharesOf, weightOf } from "./aspects.js";
import { compareWithPrices } from "./break-even.js";
import { type OutputColumn, outputColumn } from "./output.js";
import { REST, screen, type Screening } from "./screening.js";
import type { InputSensitivity, SensitivityAnalysis } from "./sensitivity-analysis.js";
import { sensitivityWarnings } from "./sensitivity-warnings.js";
import type { BreakEven } from "./summary.js";
import { swingsOf } from "./swings.js";

/**
 * Everything there is to say about what drives one output of a scenario.
 *
 * @param name of the output; `scenario.run.draws` is the number of draws and of base points
 */
export async function analyseSensitivity(
  scenario: Scenario,
  name: string,
): Promise<SensitivityAnalysis> {
  const narrowed: Scenario = {
    ...scenario,
    outputs: [name],
    // What only these read is nothing that the output rests on.
    ...{ given: [], decision: undefined, horizon: undefined },
    prices: scenario.prices.filter(({ output }) => output === name),
  };
  const model = compileModel(narrowed);
  const drawn = await drawOutput(narrowed, model);
  const { output, breakEven } = drawn;
  const [price] = breakEven;
  const { seed, draws, method } = scenario.run;
  const own = [...model.inputsOf(name)];
  const screening = screen(model, own, screeningTarget(output), seed);
  const explained = explainVariance(model, targetsOf(output, price), {
    ...{ draws, seed },
    ...(screening ? { groups: [screening.rest] } : {}),
  });
  const rankedBy = rankingAspect(explained);
  const inputs = inputsOf(model, drawn, screening, explained);
  const { label, unit } = output;
  return {
    format: "breakeven/sensitivity/1",
    ...{ scenario: scenario.name, title: scenario.title, output: name, label, unit },
    ...(price ? { price } : {}),
    run: { ...{ draws, seed, method }, evaluations: draws + evaluationsOf(screening, explained) },
    method: explained.method,
    rankedBy,
    inputs: inputs.toSorted((a, b) => weightOf(b, rankedBy) - weightOf(a, rankedBy)),
    ...(screening
      ? { rest: { inputs: screening.rest.inputs, shares: sharesOf(explained, REST) } }
      : {}),
    ...linesOf(model, drawn, screening),
    refused: refusalsOf(explained),
    undefined: {
      evaluations: Math.max(0, ...explainedOf(explained).map((found) => found.undefined)),
      draws: output.undefinedDraws,
    },
    warnings: sensitivityWarnings(explained, output, screening),
  };
}

interface Drawn {
  readonly output: OutputColumn;
  readonly breakEven: readonly BreakEven[];
  /** By input, in draw order. */
  readonly uniforms: ReadonlyMap<string, Float64Array>;
  readonly replication: Replication | undefined;
}

/** The draws of a run of that many, as `run` would make them. */
async function drawOutput(scenario: Scenario, model: CompiledModel): Promise<Drawn> {
  const [name] = scenario.outputs;
  const plan = planRun(designOf(scenario));
  const design = createDesign(plan.run);
  const [values] = await inlineEvaluator.draw(scenario, plan);
  const output = outputColumn(name!, model, values!, design.replication);
  const names = model.inputs.map((input) => input.name);
  const columns = sampleUniforms(design, model.dependence, names, 0, plan.run.draws);
  const uniforms = new Map(names.map((input, k) => [input, columns[k]!]));
  const breakEven = compareWithPrices(scenario, model, [output]);
  return { output, breakEven, uniforms, replication: design.replication };
}

/** Effects on the logarithm are comparable where amounts span decades. */
function screeningTarget({ sorted, undefinedDraws }: OutputColumn): Target {
  const positive = undefinedDraws === 0 && sorted.sorted[0]! > 0;
  return { output: 0, measure: { kind: positive ? "logarithm" : "value" } };
}

/** The value, the logarithm and, where there is a price, the decision: in the order of `ASPECTS`. */
function targetsOf({ scale }: OutputColumn, price: BreakEven | undefined): readonly Target[] {
  return [
    { output: 0, measure: { kind: "value" } },
    { output: 0, measure: { kind: "logarithm" } },
    ...(price
      ? [{ output: 0, measure: { kind: "at-or-below" as const, price: price.price * scale } }]
      : []),
  ];
}

function inputsOf(
  model: CompiledModel,
  { output, breakEven, uniforms, replication }: Drawn,
  screening: Screening | undefined,
  explained: VarianceExplained,
): readonly InputSensitivity[] {
  const kept = screening?.kept ?? [...model.inputsOf(output.name)];
  const own = new Map(kept.map((name) => [name, uniforms.get(name)!]));
  const thresholds = breakEven.map(({ against, price }) => ({ name: against, price }));
  const distances = pawn(output.values, own, replication);
  const driving = drivingInputs(own, replication);
  return rankDrivers(output.values, driving, () => true, thresholds, output.ordered).map(
    (driver) => {
      const { distance, noise } = distances.find(({ input }) => input === driver.input)!;
      return {
        ...driver,
        label: model.quantities.find(({ name }) => name === driver.input)!.label,
        shares: sharesOf(explained, driver.input),
        pawn: { distance, noise },
      };
    },
  );
}

/** What moving one input at a time says, and a straight line through the ranks of all. */
function linesOf(
  model: CompiledModel,
  { output, uniforms, replication }: Drawn,
  screening: Screening | undefined,
): Pick<SensitivityAnalysis, "swings" | "regression"> {
  const swings = swingsOf(model, [output.name])[output.name];
  return {
    ...(swings ? { swings } : {}),
    ...(screening || uniforms.size === 0
      ? {}
      : { regression: regression(midranks(output.values), uniforms, replication) }),
  };
}

function explainedOf({ targets }: VarianceExplained): readonly Explained[] {
  return targets.filter((found) => found.kind === "explained");
}

function evaluationsOf(screening: Screening | undefined, explained: VarianceExplained): number {
  const shares = explainedOf(explained).map(({ evaluations }) => evaluations);
  return (screening?.evaluations ?? 0) + Math.max(0, ...shares);
}
