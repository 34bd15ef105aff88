import type { Distribution } from "../distributions/distribution.js";

/** Two distributions on one scale, for a picture of how an input moved. */
export interface Overlay {
  /** Ends of the scale: the outermost of the 0.5% and 99.5% quantiles, in the input's unit. */
  readonly low: number;
  readonly high: number;
  /** Share of outcomes in each of 40 equal cells from `low` to `high`; empty for a fixed number. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const CELLS = 40;

/** What an input is in one scenario: a distribution, or a number. */
export type Spread = Distribution | number;

/** Both on one scale; undefined where neither has any width. */
export function overlayOf(from: Spread, to: Spread): Overlay | undefined {
  const low = Math.min(endOf(from, 0.005), endOf(to, 0.005));
  const high = Math.max(endOf(from, 0.995), endOf(to, 0.995));
  if (!(high > low) || !Number.isFinite(high - low)) return undefined;
  if (typeof from === "number" && typeof to === "number") return undefined;
  return { low, high, from: massesOf(from, low, high), to: massesOf(to, low, high) };
}

function endOf(spread: Spread, p: number): number {
  return typeof spread === "number" ? spread : spread.quantile(p);
}

function massesOf(spread: Spread, low: number, high: number): readonly number[] {
  if (typeof spread === "number") return [];
  const width = (high - low) / CELLS;
  return Array.from({ length: CELLS }, (_, cell) => {
    const mass = spread.cdf(low + (cell + 1) * width) - spread.cdf(low + cell * width);
    return Number(mass.toPrecision(6));
  });
}
