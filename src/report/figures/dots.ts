import { type Axis, position, valueAt } from "./axis.js";

/** A future as a dot: where it stands on the axis and how high in its column, from 0. */
export interface Dot {
  readonly value: number;
  /** Centre of its column, in the unit of the axis. */
  readonly x: number;
  readonly level: number;
}

/** Dots in columns, and the distance of their centres in pixels. */
export interface Dotplot {
  readonly dots: readonly Dot[];
  readonly pitch: number;
  readonly levels: number;
}

/** Columns are made narrower until no stack of dots is higher than this, in pixels. */
const HEIGHT_MAX = 260;
const PITCH_MIN = 4;

/**
 * Stacks values in columns of equal width. A column ends exactly at `edge`, so that none straddles
 * it; a value at the edge stands before it.
 *
 * @param width of the axis, in pixels
 * @param pitch distance of columns to start from, in pixels
 */
export function stackDots(
  values: readonly number[],
  axis: Axis,
  { width, pitch, edge }: { width: number; pitch: number; edge: number },
): Dotplot {
  const columns = Math.floor(width / pitch);
  const from = position(axis, edge);
  const heights = new Map<number, number>();
  const dots = values.map((value) => {
    const column = Math.ceil((position(axis, value) - from) * columns) - 0.5;
    const level = heights.get(column) ?? 0;
    heights.set(column, level + 1);
    return { value, x: valueAt(axis, from + column / columns), level };
  });
  const levels = Math.max(...heights.values());
  const found = width / columns;
  if (levels * found > HEIGHT_MAX && found > PITCH_MIN) {
    return stackDots(values, axis, { width, pitch: found * 0.8, edge });
  }
  return { dots, pitch: found, levels };
}
