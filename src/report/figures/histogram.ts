import { createDistribution } from "../../distributions/create.js";
import type { Fit } from "../../fit/fit-families.js";
import type { Sample } from "../../fit/sample.js";
import { type Axis, position, valueAt } from "./axis.js";

const CELLS = 240;
const BARS_MIN = 6;
const BARS_MAX = 60;
/** Values farther from the quartiles than this many interquartile ranges are left off. */
const REACH = 6;
/** An axis is logarithmic where the quartiles, and the largest value, are this many times apart. */
const LOG_RATIO = 5;

/** A histogram of measured values, with what fitted distributions expect of it. */
export interface Histogram {
  readonly axis: Axis;
  /** Each from its lower end on, up to but not at its upper one. */
  readonly bars: readonly { readonly from: number; readonly to: number; readonly share: number }[];
  /** Shares as of a whole bar, so that curve and bars are on one scale. */
  readonly curves: readonly {
    readonly family: string;
    readonly points: readonly { readonly x: number; readonly share: number }[];
  }[];
  /** How many values lie off the picture. */
  readonly beyond: number;
}

/** Whole numbers get bars of whole width about them; others are cut where the axis has equal lengths. */
export function histogramOf(sample: Sample, fits: readonly Fit[]): Histogram {
  const { sorted, count } = sample;
  const whole = sorted.every(Number.isInteger);
  const plain = axisOf(sample);
  const edges = whole ? wholeEdges(plain, sample) : equalEdges(plain, sample);
  const axis = whole ? { log: false, low: edges[0]!, high: edges.at(-1)! } : plain;
  const places = edges.map((edge) => firstFrom(sorted, edge));
  const bars = edges.slice(1).map((to, k) => {
    return { from: edges[k]!, to, share: (places[k + 1]! - places[k]!) / count };
  });
  const cells = whole
    ? edges
    : Array.from({ length: CELLS + 1 }, (_, k) => valueAt(axis, k / CELLS));
  const scale = (cells.length - 1) / bars.length;
  return {
    axis,
    bars,
    curves: fits.map(({ spec }) => {
      const points = expected(createDistribution(spec).cdf, cells, axis, scale);
      return { family: spec.distribution, points };
    }),
    beyond: count - (places.at(-1)! - places[0]!),
  };
}

/** The share of each cell, `scale` times as wide, at its middle on the axis. */
function expected(
  cdf: (x: number) => number,
  cells: readonly number[],
  axis: Axis,
  scale: number,
): readonly { readonly x: number; readonly share: number }[] {
  const below = cells.map(cdf);
  return cells.slice(1).map((to, k) => {
    const middle = (position(axis, cells[k]!) + position(axis, to)) / 2;
    return { x: valueAt(axis, middle), share: (below[k + 1]! - below[k]!) * scale };
  });
}

/** A logarithmic axis for long upper tails; from a linear one, values far out are left off. */
function axisOf(sample: Sample): Axis {
  const { min, max, sorted } = sample;
  const [lower, upper] = quartiles(sample);
  if (min > 0 && Math.min(upper / lower, max / upper) > LOG_RATIO) {
    return { log: true, low: min / 1.1, high: max * 1.1 };
  }
  const reach = REACH * (upper - lower) || Infinity;
  const inside = sorted.filter((x) => x >= lower - reach && x <= upper + reach);
  const [low, high] = [inside[0]!, inside.at(-1)!];
  const margin = (high - low) * 0.04 || Math.abs(high) * 0.1 || 1;
  // An amount that is never negative keeps its axis off the other side of zero.
  return {
    log: false,
    low: low >= 0 ? Math.max(0, low - margin) : low - margin,
    high: high + margin,
  };
}

function quartiles({ sorted, count }: Sample): readonly [lower: number, upper: number] {
  return [sorted[Math.floor(count / 4)]!, sorted[Math.floor((3 * count) / 4)]!];
}

/** Freedman & Diaconis, Zeitschrift für Wahrscheinlichkeitstheorie 57 (1981): 2 IQR / ∛n. */
function equalEdges(axis: Axis, sample: Sample): readonly number[] {
  const [lower, upper] = quartiles(sample).map((x) => position(axis, x));
  const wanted = Math.cbrt(sample.count) / (2 * (upper! - lower!));
  const bars = Math.min(Math.max(Math.round(wanted), BARS_MIN), BARS_MAX);
  return Array.from({ length: bars + 1 }, (_, k) => valueAt(axis, k / bars));
}

function wholeEdges({ low, high }: Axis, sample: Sample): readonly number[] {
  const [lower, upper] = quartiles(sample);
  const from = Math.max(Math.ceil(low), sample.min);
  const range = Math.min(Math.floor(high), sample.max) - from + 1;
  const wanted = Math.min((2 * (upper - lower)) / Math.cbrt(sample.count), range / BARS_MIN);
  const width = Math.max(1, Math.ceil(range / BARS_MAX), Math.round(wanted));
  const bars = Math.ceil(range / width);
  return Array.from({ length: bars + 1 }, (_, k) => from - 0.5 + k * width);
}

/** The place of the first value at or above an edge. */
function firstFrom(sorted: Float64Array, edge: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < edge) low = middle + 1;
    else high = middle;
  }
  return low;
}
