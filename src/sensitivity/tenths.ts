import type { Column } from "../statistics/column.js";

/** The draws of an output that fall in the lowest and in the highest tenth of an input. */
export interface Tenths {
  readonly low: Column;
  readonly high: Column;
}

/**
 * Splits a column by an input: the draws with the input in its lowest and in its highest tenth, in
 * draw order, so that replicates stay together.
 *
 * @param uniforms of the input, one per draw
 */
export function tenthsOf(column: Column, uniforms: Float64Array): Tenths {
  return {
    low: select(column, (draw) => uniforms[draw]! < 0.1),
    high: select(column, (draw) => uniforms[draw]! >= 0.9),
  };
}

function select({ values, replicates }: Column, keep: (draw: number) => boolean): Column {
  const kept: number[] = [];
  const starts: number[] = [];
  for (let draw = 0; draw < values.length; draw++) {
    if (replicates?.[starts.length] === draw) starts.push(kept.length);
    if (keep(draw)) kept.push(values[draw]!);
  }
  const selected = Float64Array.from(kept);
  return replicates
    ? { values: selected, replicates: [...starts, kept.length] }
    : { values: selected };
}
