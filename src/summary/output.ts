import type { CompiledModel } from "../engine/compile-model.js";
import type { Replication } from "../sampling/design.js";
import { type Column, columnOf } from "../statistics/column.js";
import type { Estimate, Interval } from "../statistics/estimate.js";
import { type Moments, moments } from "../statistics/moments.js";
import { percentile, type SortedColumn, sortColumn } from "../statistics/percentile.js";
import { probabilityAtOrBelow } from "../statistics/probability.js";
import { worstTwentieth } from "../statistics/tail.js";
import type { OutputSummary } from "./summary.js";

const PERCENTILES = [1, 2.5, 5, 10, 25, 50, 75, 90, 95, 97.5, 99] as const;
/** Points of the quantile curve: every half percent from 0.5% to 99.5%. */
const CURVE = Array.from({ length: 199 }, (_, k) => (k + 1) / 200);

/** An output's values in its own unit, sorted once, with what is needed to describe them. */
export interface OutputColumn extends Column {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** Base units in one of `unit`. */
  readonly scale: number;
  readonly sorted: SortedColumn;
  /** Draws whose value is not a finite number. */
  readonly undefinedDraws: number;
  /** Depends on no uncertain input: every draw is the same and nothing has an error. */
  readonly fixed: boolean;
}

/** Takes a column from base units to the output's own. */
export function outputColumn(
  name: string,
  model: CompiledModel,
  baseValues: Float64Array,
  replication: Replication | undefined,
): OutputColumn {
  const { label, unit } = model.quantities.find((quantity) => quantity.name === name)!;
  const { scale } = model.units.parse(unit);
  const values = new Float64Array(baseValues.length);
  let undefinedDraws = 0;
  for (let draw = 0; draw < values.length; draw++) {
    values[draw] = baseValues[draw]! / scale;
    if (!Number.isFinite(values[draw]!)) undefinedDraws++;
  }
  const column = columnOf(values, replication);
  const sorted = sortColumn(column);
  const fixed = model.inputsOf(name).size === 0;
  return { ...column, name, label, unit, scale, sorted, undefinedDraws, fixed };
}

/** Moments, percentiles and the quantile curve of an output. */
export function summarizeOutput(output: OutputColumn): OutputSummary {
  const { sorted, label, unit, undefinedDraws } = output;
  const defined = undefinedDraws === 0;
  const { mean, sd } = defined ? momentsOf(output) : { mean: null, sd: null };
  return {
    unit,
    label,
    mean,
    sd,
    undefined: undefinedDraws,
    percentiles: Object.fromEntries(
      PERCENTILES.map((p) => [`p${String(p).replace(".", "_")}`, outputPercentile(output, p)]),
    ),
    worstTwentieth: defined ? tailOf(output) : null,
    curve: { probability: CURVE, value: quantileCurve(sorted) },
  };
}

/** A percentile of an output, 0 to 100, with its interval. */
export function outputPercentile({ fixed, sorted }: OutputColumn, p: number): Interval {
  if (fixed) return exactly(sorted.sorted[0]!);
  return percentile(sorted, p / 100);
}

/** How often an output is at or below a price in its own unit. */
export function outputProbability(output: OutputColumn, price: number): Interval {
  if (output.fixed && output.undefinedDraws === 0)
    return exactly(Number(output.values[0]! <= price));
  return probabilityAtOrBelow(output, price);
}

function exactly(value: number): Interval {
  return { value, low: value, high: value };
}

function momentsOf(output: OutputColumn): Moments {
  if (!output.fixed) return moments(output);
  return { mean: { ...exactly(output.values[0]!), error: 0 }, sd: { value: 0, error: 0 } };
}

function tailOf(output: OutputColumn): Estimate {
  if (output.fixed) return { value: output.values[0]!, error: 0 };
  return worstTwentieth(output.sorted);
}

/** Type-7 quantiles at the points of the curve, without intervals. */
function quantileCurve({ sorted }: SortedColumn): readonly number[] {
  return CURVE.map((p) => {
    const position = (sorted.length - 1) * p;
    const below = Math.floor(position);
    const low = sorted[below]!;
    const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
    return low === high ? low : low + (position - below) * (high - low);
  });
}
