import { pointAnswer } from "../comparison/point-answer.js";
import type { CompiledModel } from "../engine/compile-model.js";
import type { Correlation, Scenario } from "../scenario/scenario.js";
import { createDesign } from "../sampling/create-design.js";
import { sampleUniforms } from "../sampling/sample-uniforms.js";
import { type Driver, rankDrivers } from "../sensitivity/drivers.js";
import { type DrivingInput, drivingInput } from "../sensitivity/driving-input.js";
import { spearman } from "../sensitivity/spearman.js";
import type { Plan } from "../simulation/plan.js";
import type { Replication } from "../sampling/design.js";
import { baseCase } from "./base-case.js";
import { compareWithPrices } from "./break-even.js";
import { describeAssumption } from "./assumptions.js";
import { holdAgainst } from "./expectations.js";
import { brokenLimits } from "./limits.js";
import { marginalsOf } from "./marginals.js";
import { type OutputColumn, outputColumn, summarizeOutput } from "./output.js";
import { measuredOutput, precisionOf } from "./precision.js";
import { separateBands } from "./two-dimensional.js";
import { varianceShares } from "./variance-shares.js";
import { findWarnings } from "./warnings.js";
import type { BreakEven, Precision, Summary } from "./summary.js";

/** Draws the ranking of drivers uses at most; more would not change an order and cost memory. */
const DRIVER_DRAWS_MAX = 262_144;

/**
 * Everything the outputs of a run say, with errors: the content of `summary.json`.
 *
 * @param columns one per output, in the order of `scenario.outputs`, in base units
 */
export function summarize(
  scenario: Scenario,
  model: CompiledModel,
  plan: Plan,
  columns: readonly Float64Array[],
): Summary {
  const design = createDesign(plan.run);
  const outputs = scenario.outputs.map((name, k) =>
    outputColumn(name, model, columns[k]!, design.replication),
  );
  const breakEven = compareWithPrices(scenario, model, outputs);
  const precision = runPrecision(scenario, model, outputs);
  const uniforms = driverUniforms(model, plan);
  const marginals = marginalsOf(model);
  const bands = separateBands(scenario, model, plan);
  const inputs = new Map(
    [...uniforms].map(([name, column]) => [name, drivingInput(column, design.replication)]),
  );
  const shares = varianceShares(model, scenario.outputs, plan.run.seed);
  const expect = holdAgainst(scenario, outputs, breakEven);
  const { question, author, date, notes, branding } = scenario;
  return {
    format: "breakeven/summary/1",
    scenario: scenario.name,
    title: scenario.title,
    ...withoutUndefined({ question, author, date, notes, branding }),
    run: {
      draws: plan.run.draws,
      replicates: design.replication?.count ?? 1,
      seed: plan.run.seed,
      method: plan.run.method,
      ...withoutUndefined({ precision }),
    },
    outputs: Object.fromEntries(
      outputs.map((output) => [
        output.name,
        { ...summarizeOutput(output), ...withoutUndefined({ bands: bands.get(output.name) }) },
      ]),
    ),
    breakEven,
    sensitivity: Object.fromEntries(
      outputs.map((output) => [
        output.name,
        driversOf(output, model, breakEven, { inputs, replication: design.replication }).map(
          (driver) => ({ ...driver, ...shares.get(output.name)?.byInput.get(driver.input) }),
        ),
      ]),
    ),
    variance: Object.fromEntries([...shares].map(([name, { note }]) => [name, note])),
    point: pointAnswer(scenario, model),
    base: baseCase(scenario, model),
    assumptions: model.quantities
      .filter(({ definition }) => definition.kind !== "formula")
      .map((quantity) => describeAssumption(quantity, marginals.get(quantity.name))),
    formulas: model.quantities.flatMap(({ name, label, unit, source, definition }) =>
      definition.kind === "formula"
        ? [{ name, label, unit, formula: definition.formula, ...withoutUndefined({ source }) }]
        : [],
    ),
    correlations: scenario.correlations.flatMap((asked) => achieved(asked, inputs)),
    expect,
    warnings: [
      ...brokenLimits(scenario, model, plan),
      ...findWarnings(scenario, model, outputs, precision),
    ],
  };
}

function runPrecision(
  scenario: Scenario,
  model: CompiledModel,
  outputs: readonly OutputColumn[],
): Precision | undefined {
  const { until } = scenario.run;
  if (!until) return undefined;
  const measured = measuredOutput(scenario, until);
  return precisionOf(
    scenario,
    until,
    model,
    outputs.find(({ name }) => name === measured)!,
  );
}

function driversOf(
  output: OutputColumn,
  model: CompiledModel,
  breakEven: readonly BreakEven[],
  { inputs, replication }: DriverDraws,
): readonly Driver[] {
  const needed = model.inputsOf(output.name);
  const own = new Map([...inputs].filter(([name]) => needed.has(name)));
  const draws = inputs.values().next().value?.draws ?? 0;
  const thresholds = breakEven
    .filter((comparison) => comparison.output === output.name)
    .map(({ against, price }) => ({ name: against, price }));
  return rankDrivers(output.values.subarray(0, draws), own, thresholds, replication);
}

/** The draws that drivers are ranked by. */
interface DriverDraws {
  readonly inputs: ReadonlyMap<string, DrivingInput>;
  readonly replication: Replication | undefined;
}

/** The uniforms of every uncertain input over whole chunks, at most `DRIVER_DRAWS_MAX` of them. */
function driverUniforms(
  { inputs, dependence }: CompiledModel,
  plan: Plan,
): ReadonlyMap<string, Float64Array> {
  const names = inputs.map(({ name }) => name);
  const ends = plan.chunks.map(({ start, length }) => start + length);
  const draws = ends.filter((end) => end <= DRIVER_DRAWS_MAX).at(-1) ?? ends[0]!;
  const columns = sampleUniforms(createDesign(plan.run), dependence, names, 0, draws);
  return new Map(names.map((name, k) => [name, columns[k]!]));
}

function achieved(
  { between, rank, asked = rank }: Correlation,
  inputs: ReadonlyMap<string, DrivingInput>,
): Summary["correlations"] {
  const [a, b] = between.map((name) => inputs.get(name)?.uniforms);
  return a && b ? [{ between, asked, applied: rank, achieved: spearman(a, b) }] : [];
}

/** The entries that have a value, for optional properties. */
function withoutUndefined<T extends object>(entries: {
  [K in keyof T]: T[K] | undefined;
}): Partial<T> {
  return Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
