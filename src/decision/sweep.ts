import type { Estimate, Interval } from "../statistics/estimate.js";
import type { Column } from "../statistics/column.js";
import { joinColumns } from "../statistics/join-columns.js";
import { moments } from "../statistics/moments.js";
import { percentile, sortColumn } from "../statistics/percentile.js";
import { probabilityAtOrBelow } from "../statistics/probability.js";
import type { Correlated, FixedDraws } from "./fixed-draws.js";

/** An input and the values it takes in turn, in base units. */
export interface Axis {
  readonly input: string;
  readonly values: readonly number[];
}

/** An output with the inputs of the axes set. In base units. */
export interface SweepPoint {
  /** One value per axis. */
  readonly at: readonly number[];
  readonly mean: Estimate;
  readonly p5: Interval;
  readonly p50: Interval;
  readonly p95: Interval;
  /** The probability of staying at or below each price. */
  readonly breakEven: readonly Interval[];
  /** Draws without a finite value. */
  readonly undefined: number;
}

/**
 * An output as inputs take values in turn, every combination of them, the last axis fastest. All points
 * share their draws, so that a curve through them is as smooth as the model, and differences between
 * points are far more certain than each of them.
 *
 * @param axes one or two, or more where there is patience
 * @param output place of the output among those of the model
 * @param prices in base units
 */
export function sweep(
  draws: FixedDraws,
  axes: readonly Axis[],
  output: number,
  prices: readonly number[],
  correlated: Correlated,
): readonly SweepPoint[] {
  return combinations(axes).map((at) => {
    const settings = new Map(axes.map(({ input }, k) => [input, at[k]!]));
    const replicates = draws.sizes.map((_, r) =>
      draws.evaluate(r, settings, correlated)[output]!.slice(),
    );
    const column = { values: joinColumns(replicates), replicates };
    return { at, ...describe(column, prices) };
  });
}

function describe(column: Column, prices: readonly number[]): Omit<SweepPoint, "at"> {
  const sorted = sortColumn(column);
  return {
    mean: moments(column).mean,
    p5: percentile(sorted, 0.05),
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    breakEven: prices.map((price) => probabilityAtOrBelow(column, price)),
    undefined: column.values.reduce((count, value) => count + Number(!Number.isFinite(value)), 0),
  };
}

/** Every combination of the axes' values, the last axis fastest. */
export function combinations(axes: readonly Axis[]): readonly (readonly number[])[] {
  return axes.reduce<readonly (readonly number[])[]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}
