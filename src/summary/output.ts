import type { CompiledModel } from "../engine/compile-model.js";
import type { Replication } from "../sampling/design.js";
import { type Column, columnOf } from "../statistics/column.js";
import { moments } from "../statistics/moments.js";
import { percentile, type SortedColumn } from "../statistics/percentile.js";
import { probabilityAtOrBelow } from "../statistics/probability.js";
import { sortDraws } from "../statistics/sort-draws.js";
import { tailIndex } from "../statistics/tail-index.js";
import { worstTwentieth } from "../statistics/tail.js";
import { type DrawnOutput, fixedOutput } from "./drawn-output.js";

/** Draws without a finite value that are named. */
const NAMED_MAX = 3;

/** An output whose draws are held, sorted once, with what is needed to describe them. */
export interface OutputColumn extends Column, DrawnOutput {
  readonly sorted: SortedColumn;
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
  const undefinedAt: number[] = [];
  let undefinedDraws = 0;
  for (let draw = 0; draw < values.length; draw++) {
    values[draw] = baseValues[draw]! / scale;
    if (!Number.isFinite(values[draw]!) && ++undefinedDraws <= NAMED_MAX) undefinedAt.push(draw);
  }
  const column = columnOf(values, replication);
  const sorted = sortDraws(values, replication);
  const fixed = model.inputsOf(name).size === 0;
  return {
    ...{ ...column, name, label, unit, scale, sorted, fixed, undefinedDraws, undefinedAt },
    draws: values.length,
    first: values,
    ordered: sorted,
    replicated: replication !== undefined,
    percentile: (p) => percentile(sorted, p / 100),
    probability: (price) => probabilityAtOrBelow(column, price),
    moments: () => moments(column),
    worstTwentieth: () => worstTwentieth(sorted),
    tailIndex: () => tailIndex(sorted.sorted),
    quantiles: (shares) => quantilesOfSorted(sorted, shares),
    ...(fixed && undefinedDraws === 0 ? fixedOutput(values[0]!) : {}),
  };
}

/** Type-7 quantiles, without intervals. */
function quantilesOfSorted({ sorted }: SortedColumn, shares: readonly number[]): readonly number[] {
  return shares.map((p) => {
    const position = (sorted.length - 1) * p;
    const below = Math.floor(position);
    const low = sorted[below]!;
    const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
    return low === high ? low : low + (position - below) * (high - low);
  });
}
