import { type RunDraws, shockedOutput } from "../decision/shocked-output.js";
import { describeDistribution } from "../distributions/describe.js";
import { drawInputs } from "../engine/draw-inputs.js";
import { createDesign } from "../sampling/create-design.js";
import type { Change, Shock } from "../scenario/scenario.js";
import { columnOf } from "../statistics/column.js";
import { countUndefined } from "../statistics/count-undefined.js";
import type { Interval } from "../statistics/estimate.js";
import { pairedColumns, quantileDifference, shareDifference } from "../statistics/paired.js";
import { percentile, sortColumn } from "../statistics/percentile.js";
import { probabilityAtOrBelow } from "../statistics/probability.js";
import type { FinishedRun } from "./finished-run.js";
import type { DrawnOutput } from "./drawn-output.js";
import type { BreakEven } from "./summary.js";

/** Draws on which shocks are tried: enough for the odds to a few tenths of a point. */
const DRAWS_MAX = 16_384;

/** An output, as it is or under a shock, in its own unit. */
export interface StressedOutput {
  /** How often it is at or below the price; absent without one. */
  readonly probability?: Interval;
  readonly p5: Interval;
  readonly p50: Interval;
  readonly p95: Interval;
}

/** What one shock does to the leading output, everything else as uncertain as it was. */
export interface StressedShock extends StressedOutput {
  readonly name: string;
  readonly source?: string;
  readonly changes: readonly {
    readonly of: string;
    readonly label: string;
    /** What it is under the shock: `× 2`, or with its unit. */
    readonly factor?: number;
    readonly value?: number;
    readonly unit?: string;
    /** Of a distribution, or of a switch: in words. */
    readonly as?: string;
  }[];
  /** Shocked less as it is, on the same draws: far more certain than either. */
  readonly difference: { readonly probability?: Interval; readonly p50: Interval };
  /** Draws in which the shocked output is not a finite number. */
  readonly undefined: number;
}

/** The shocks of a scenario, that with the largest effect first. */
export interface StressTest {
  readonly output: string;
  /** The price held against: the first of the output's. */
  readonly against?: string;
  readonly price?: number;
  readonly base: StressedOutput;
  readonly shocks: readonly StressedShock[];
  /** Draws on which base and shocks are compared: the first of the run. */
  readonly draws: number;
}

/** What each shock of the scenario does to the leading output; undefined where it declares none. */
export function stressOf(run: FinishedRun): StressTest | undefined {
  const { scenario } = run;
  if (scenario.stress.length === 0) return undefined;
  const [output] = run.outputs as readonly [DrawnOutput];
  const bet = run.breakEven.find((comparison) => comparison.output === output.name);
  const draws = firstDraws(run);
  const shocks = scenario.stress.map((shock) => stressed(run, output, bet, shock, draws));
  return {
    output: output.name,
    ...(bet ? { against: bet.against, price: bet.price } : {}),
    base: {
      ...(bet ? { probability: bet.probability } : {}),
      p5: output.percentile(5),
      p50: output.percentile(50),
      p95: output.percentile(95),
    },
    shocks: shocks.toSorted(byEffect),
    draws: draws.draws,
  };
}

/** The first draws of a run, ready to be shocked. */
function firstDraws({ scenario, model, samplers, plan, sample }: FinishedRun): RunDraws {
  const draws = Math.min(DRAWS_MAX, sample.draws);
  const design = createDesign(plan.run);
  const uniforms = (name: string): Float64Array => {
    const known = sample.uniforms.get(name);
    if (known) return known.subarray(0, draws);
    // A number or a formula that a shock makes uncertain has had no draws; as an input it has some.
    const column = new Float64Array(draws);
    design.fill(name, 0, column);
    return column;
  };
  const values = model.inputs.map(({ name }) => uniforms(name).slice());
  drawInputs(model.inputs, values);
  const places = new Map(model.inputs.map(({ name }, k) => [name, values[k]!]));
  return { scenario, model, samplers, draws, uniforms, values: (name) => places.get(name)! };
}

function stressed(
  { scenario, sample, replication }: FinishedRun,
  { name: output, scale }: DrawnOutput,
  bet: BreakEven | undefined,
  shock: Shock,
  draws: RunDraws,
): StressedShock {
  const values = shockedOutput(draws, shock, output).map((value) => value / scale);
  const column = columnOf(values, replication);
  const pair = pairedColumns(sample.output(output).subarray(0, draws.draws), values, replication);
  const sorted = sortColumn(column);
  const { name, source } = shock;
  return {
    name,
    ...(source === undefined ? {} : { source }),
    changes: shock.changes.map((change) => ({
      of: change.of,
      label: scenario.quantities.find((quantity) => quantity.name === change.of)!.label,
      ...describeChange(change),
    })),
    ...(bet ? { probability: probabilityAtOrBelow(column, bet.price) } : {}),
    p5: percentile(sorted, 0.05),
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    difference: {
      ...(bet ? { probability: shareDifference(pair, bet.price) } : {}),
      p50: quantileDifference(pair, 0.5),
    },
    undefined: countUndefined(values),
  };
}

function describeChange(change: Change): {
  readonly factor?: number;
  readonly value?: number;
  readonly unit?: string;
  readonly as?: string;
} {
  if (change.kind === "multiply") return { factor: change.factor };
  const { definition, unit } = change;
  if (definition.kind === "distribution")
    return { as: describeDistribution(definition.spec), unit };
  const { value, cases } = definition;
  return cases ? { as: cases[value]! } : { value, unit };
}

/** By how far the odds move, and where they move alike by how far the median does. */
function byEffect(one: StressedShock, other: StressedShock): number {
  const size = (interval: Interval | undefined): number => Math.abs(interval?.value ?? 0);
  const odds = size(other.difference.probability) - size(one.difference.probability);
  const medians = size(other.difference.p50) - size(one.difference.p50);
  return odds || medians || 0;
}
