import { pointAnswer } from "../comparison/point-answer.js";
import type { CompiledModel } from "../engine/compile-model.js";
import type { Correlation } from "../scenario/scenario.js";
import { measured, spearman } from "../sensitivity/spearman.js";
import { describeAssumption } from "./assumptions.js";
import { convergenceOf } from "./convergence.js";
import { driversOf } from "./drivers.js";
import { holdAgainst } from "./expectations.js";
import type { FinishedRun, Sample } from "./finished-run.js";
import { brokenLimits } from "./limits.js";
import { marginalsOf } from "./marginals.js";
import { summarizeOutput } from "./summarize-output.js";
import { measuredOutput, precisionOf } from "./precision.js";
import { separateBands } from "./two-dimensional.js";
import { findWarnings } from "./warnings.js";
import type { Assumption, Precision, Summary } from "./summary.js";

/** Everything that a run says, with errors: the content of `summary.json`. */
export function summarize(run: FinishedRun): Summary {
  const { scenario, model, plan, outputs, breakEven, replication, sample } = run;
  const { question, author, date, notes } = scenario;
  const precision = precisionReached(run);
  return {
    format: "breakeven/summary/1",
    scenario: scenario.name,
    title: scenario.title,
    ...withoutUndefined({ question, author, date, notes }),
    run: {
      draws: plan.run.draws,
      replicates: replication?.count ?? 1,
      seed: plan.run.seed,
      method: plan.run.method,
      ...withoutUndefined({ precision }),
    },
    outputs: summarizeOutputs(run),
    breakEven,
    ...driversOf(run),
    point: pointAnswer(scenario, model),
    assumptions: assumptionsOf(model),
    formulas: formulasOf(model),
    correlations: scenario.correlations.flatMap((asked) => achieved(asked, sample)),
    ...withoutUndefined({ convergence: convergenceOf(run) }),
    expect: holdAgainst(scenario, outputs, breakEven),
    warnings: [
      ...brokenLimits(scenario, model, plan),
      ...findWarnings(scenario, model, outputs, precision),
    ],
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
