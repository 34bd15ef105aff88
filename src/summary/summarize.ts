import { pointAnswer } from "../comparison/point-answer.js";
import type { CompiledModel } from "../engine/compile-model.js";
import type { Correlation } from "../scenario/scenario.js";
import { measured, spearman } from "../sensitivity/spearman.js";
import { describeAssumption } from "./assumptions.js";
import { convergenceOf } from "./convergence.js";
import { driversOf } from "./drivers.js";
import { holdAgainst } from "./expectations.js";
import type { FinishedRun, Sample } from "./finished-run.js";
import { casesOf } from "./cases.js";
import { lossesOf } from "./losses.js";
import { marginOf } from "./margin.js";
import { stackOf } from "./stack.js";
import { baseCase } from "./base-case.js";
import { associationsOf } from "./associations.js";
import { betAnalyses } from "./bet-analyses.js";
import { type Judgement, judgementOf } from "./judgement.js";
import { decisionOf } from "./decision.js";
import { givenOf } from "./given.js";
import { horizonOf } from "./horizon.js";
import { brokenLimits } from "./limits.js";
import { marginalsOf } from "./marginals.js";
import { summarizeOutput } from "./summarize-output.js";
import { measuredOutput, precisionOf } from "./precision.js";
import { swingsOf } from "./swings.js";
import { stressOf } from "./stress.js";
import { separateBands } from "./two-dimensional.js";
import { findWarnings } from "./warnings.js";
import type { Assumption, Precision, Summary } from "./summary.js";

/** Everything that a run says, with errors: the content of `summary.json`. */
export function summarize(run: FinishedRun): Summary {
  const { scenario, model, plan, outputs, breakEven, replication, sample } = run;
  const { question, author, date, status, notes, branding } = scenario;
  const precision = precisionReached(run);
  const drivers = driversOf(run);
  return {
    format: "breakeven/summary/1",
    scenario: scenario.name,
    title: scenario.title,
    ...withoutUndefined({ question, author, date, status, notes, branding }),
    run: {
      draws: plan.run.draws,
      replicates: replication?.count ?? 1,
      seed: plan.run.seed,
      method: plan.run.method,
      ...withoutUndefined({ precision }),
    },
    outputs: summarizeOutputs(run),
    breakEven,
    ...drivers,
    ...withoutUndefined({ judgement: judgementFor(run, drivers) }),
    swings: swingsOf(model, scenario.outputs),
    associations: associationsOf(run),
    ...betAnalyses(run, drivers),
    point: pointAnswer(scenario, model),
    base: baseCase(scenario, model),
    ...withoutUndefined({
      losses: lossesOf(run),
      margin: marginOf(run),
      cases: casesOf(run),
      stack: stackOf(run),
    }),
    assumptions: assumptionsOf(model),
    formulas: formulasOf(model),
    correlations: scenario.correlations.flatMap((asked) => achieved(asked, sample)),
    ...withoutUndefined({ convergence: convergenceOf(run) }),
    expect: holdAgainst(scenario, outputs, breakEven),
    ...withoutUndefined({ stress: stressOf(run), given: givenOf(run), decision: decisionOf(run) }),
    ...withoutUndefined({ horizon: horizonOf(run) }),
    warnings: [...brokenLimits(run), ...findWarnings(scenario, model, outputs, precision)],
  };
}

function summarizeOutputs({ scenario, model, plan, outputs }: FinishedRun): Summary["outputs"] {
  const bands = separateBands(scenario, model, plan);
  return Object.fromEntries(
    outputs.map((output) => [
      output.name,
      { ...summarizeOutput(output), ...withoutUndefined({ bands: bands.get(output.name) }) },
    ]),
  );
}

function judgementFor(
  { scenario, model }: FinishedRun,
  { sensitivity, variance }: ReturnType<typeof driversOf>,
): Judgement | undefined {
  const leading = scenario.outputs[0]!;
  return judgementOf(model, leading, sensitivity[leading]!, variance[leading]);
}

function precisionReached({ scenario, model, outputs }: FinishedRun): Precision | undefined {
  const { until } = scenario.run;
  if (!until) return undefined;
  const target = measuredOutput(scenario, until);
  return precisionOf(
    scenario,
    until,
    model,
    outputs.find(({ name }) => name === target)!,
  );
}

function assumptionsOf(model: CompiledModel): readonly Assumption[] {
  const marginals = marginalsOf(model);
  return model.quantities
    .filter(({ definition }) => definition.kind !== "formula")
    .map((quantity) => describeAssumption(quantity, marginals.get(quantity.name)));
}

function formulasOf({ quantities }: CompiledModel): Summary["formulas"] {
  return quantities.flatMap(({ name, label, unit, source, definition }) =>
    definition.kind === "formula"
      ? [{ name, label, unit, formula: definition.formula, ...withoutUndefined({ source }) }]
      : [],
  );
}

function achieved(
  { between, rank, asked = rank }: Correlation,
  { uniforms }: Sample,
): Summary["correlations"] {
  const [a, b] = between.map((name) => uniforms.get(name));
  if (!a || !b) return [];
  return [{ between, asked, applied: rank, achieved: spearman(measured(a), measured(b)) }];
}

/** The entries that have a value, for optional properties. */
function withoutUndefined<T extends object>(entries: {
  [K in keyof T]: T[K] | undefined;
}): Partial<T> {
  return Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
