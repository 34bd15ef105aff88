import { drawInputs } from "../engine/draw-inputs.js";
import type { Interval } from "../statistics/estimate.js";
import { columnOf } from "../statistics/column.js";
import { drawsBetween } from "../statistics/draws-between.js";
import { percentilesOf } from "../statistics/percentile.js";
import { probabilityAtOrBelow, wilson } from "../statistics/probability.js";
import type { FinishedRun } from "./finished-run.js";
import { inputsAt, type InputValues } from "./inputs-at.js";
import type { DrawnOutput } from "./drawn-output.js";

/** What the inputs are where the leading output is low, in the middle and high. */
export interface Cases {
  readonly output: string;
  /** At the 10th, the 50th and the 90th percentile of the output. */
  readonly cases: readonly [Case, Case, Case];
  /** Absent where fewer than two inputs differ between the outer cases. */
  readonly stacked?: Stacked;
}

/** The futures within 2.5 percentiles of one percentile of the output. */
export interface Case {
  readonly percentile: 10 | 50 | 90;
  readonly value: Interval;
  /** How many futures were looked at. */
  readonly futures: number;
  readonly inputs: readonly CaseInput[];
}

/** An input in these futures, in its own unit. */
export interface CaseInput {
  readonly input: string;
  readonly median: Interval;
  readonly p10: number;
  readonly p90: number;
  /** Of a switch: its most frequent case. */
  readonly most?: { readonly case: string; readonly share: Interval };
}

/**
 * What nobody should take for a bad case: every input that differs between the outer cases at its own
 * tenth on the side that raises the output, the others at their medians.
 */
export interface Stacked {
  /** The output there. */
  readonly value: number;
  /** How many inputs are at a tenth. */
  readonly inputs: number;
  /** Share of all futures whose output is higher. */
  readonly beyond: Interval;
}

/** Probability to either side of a case. */
const REACH = 0.025;
const PERCENTILES = [10, 50, 90] as const;
const TENTHS = { low: 0.1, high: 0.9 } as const;

/** Undefined where nothing is uncertain, and where some draws have no finite value. */
export function casesOf(run: FinishedRun): Cases | undefined {
  const [output] = run.outputs;
  if (output!.fixed || output!.undefinedDraws > 0) return undefined;
  const values = run.sample.output(output!.name);
  const found = PERCENTILES.map((p): Case => {
    const [low, high] = output!.quantiles([p / 100 - REACH, p / 100 + REACH]);
    const near = drawsBetween(values, low!, high!);
    return {
      percentile: p,
      value: output!.percentile(p),
      futures: near.length,
      inputs: inputsNear(run, output!.name, near),
    };
  });
  const cases: Cases["cases"] = [found[0]!, found[1]!, found[2]!];
  const stacked = stack(run, output!, cases);
  return { output: output!.name, cases, ...(stacked ? { stacked } : {}) };
}

function inputsNear(run: FinishedRun, output: string, near: Uint32Array): readonly CaseInput[] {
  const names = [...run.model.inputsOf(output)];
  const values = inputsAt(run, near, names);
  return names.map((name) => caseInput(name, values, casesNamed(run, name)));
}

function casesNamed({ model }: FinishedRun, name: string): readonly string[] | undefined {
  const { definition } = model.quantities.find((quantity) => quantity.name === name)!;
  return definition.kind === "distribution" ? definition.cases : undefined;
}

function caseInput(
  input: string,
  values: InputValues,
  names: readonly string[] | undefined,
): CaseInput {
  const own = values.own(input);
  const [p10, median, p90] = percentilesOf({ values: own }, [0.1, 0.5, 0.9]);
  const about = { input, median: median!, p10: p10!.value, p90: p90!.value };
  if (!names) return about;
  const counts = names.map((_, k) => own.reduce((sum, one) => sum + Number(one === k), 0));
  const most = counts.indexOf(Math.max(...counts));
  const share = { value: counts[most]! / own.length, ...wilson(counts[most]!, own.length) };
  return { ...about, most: { case: names[most]!, share } };
}

/** Evaluated with no regard to correlations: what a table of bad values would do. */
function stack(
  run: FinishedRun,
  output: DrawnOutput,
  [low, , high]: Cases["cases"],
): Stacked | undefined {
  const { inputs } = run.model;
  const places = new Map<string, number>();
  for (const [k, { input, median, most }] of low.inputs.entries()) {
    const other = high.inputs[k]!.median;
    if (most) continue;
    if (other.low > median.high) places.set(input, TENTHS.high);
    if (other.high < median.low) places.set(input, TENTHS.low);
  }
  if (places.size < 2) return undefined;
  const columns = inputs.map(({ name }) => Float64Array.of(places.get(name) ?? 0.5));
  drawInputs(inputs, columns);
  const value = run.model.evaluateAll(columns, 1).get(output.name)![0]! / output.scale;
  // A value that many futures share, such as a ceiling, tells nothing by how many lie above it.
  if (!Number.isFinite(value) || value === high.value.value) return undefined;
  const {
    value: share,
    low: least,
    high: most,
  } = probabilityAtOrBelow(columnOf(run.sample.output(output.name), run.replication), value);
  return {
    ...{ value, inputs: places.size },
    beyond: { value: 1 - share, low: 1 - most, high: 1 - least },
  };
}
