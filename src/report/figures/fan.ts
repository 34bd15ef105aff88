import type { YearSpread } from "../../summary/year-spread.js";
import { type Axis, position, valueAt } from "./axis.js";
import type { Spec } from "./figure.js";
import { TEXT_SIZE } from "./fit-label.js";
import { horizontal } from "./horizontal.js";
import { axisRoom, chart, colours, data, plotWidth, type Variant } from "./theme.js";

/** What a fan is drawn from. */
export interface Fan {
  /** At ascending places, two at least; those that are not finite numbers are left out. */
  readonly points: readonly { readonly at: number; readonly spread: YearSpread }[];
  readonly axis: Axis;
  readonly unit: string;
  /** What stands below the places. */
  readonly title: string;
  /** A dashed line beside the median, with its name. */
  readonly beside?: { readonly name: string; readonly values: readonly number[] };
  /** Layers above, from the encodings of a place and of a value. */
  readonly more?: (x: Spec, y: (field: string) => Spec) => readonly Spec[];
}

const HEIGHT = { wide: 320, narrow: 240 } as const;
const INSET = { left: 58, right: 62, top: 12, bottom: axisRoom.titled };
const TICKS = { wide: 16, narrow: 6 } as const;
/** Pixels between the middles of two names, one below the other. */
const LINE = TEXT_SIZE + 3;

const BANDS = [
  ["p5", "p95", colours.bandOuter],
  ["p10", "p90", colours.bandMiddle],
  ["p25", "p75", colours.bandInner],
] as const;

/** What a caption says of every fan. */
export const FAN_READING = "Light to dark: 90%, 80% and 50% of futures; the line is the median.";

/** Percentiles over time: bands of 90, 80 and 50% about the median. */
export function fanChart(fan: Fan, variant: Variant): Spec {
  const { points, axis, unit, title, more } = fan;
  const [first, last] = [points[0]!.at, points.at(-1)!.at];
  const step = Math.ceil((last - first + 1) / TICKS[variant]);
  const ticks = points.map(({ at }) => at).filter((at) => (at - first) % step === 0);
  const x = {
    field: "at",
    type: "quantitative",
    scale: { domain: [first, last], nice: false, zero: false },
    title,
    axis: { values: ticks, format: "d", grid: false, labelBound: false, labelFlush: false },
  };
  const y = (field: string): Spec => ({
    ...horizontal({ axis, unit, variant, grid: true }, field),
    title: null,
    stack: null,
  });
  return chart(variant, HEIGHT[variant], INSET, {
    layer: [
      ...BANDS.map(([low, high, color]) => ({
        ...data(rowsOf(fan, low, high)),
        mark: { type: "area", color },
        encoding: { x, y: y("low"), y2: { field: "high" } },
      })),
      line(medians(fan), { color: colours.profit, strokeWidth: 2.5 }, x, y("median")),
      ...besideLayers(fan, x, y),
      ...(more?.(x, y) ?? []),
      names(fan, { width: plotWidth(variant, INSET), height: HEIGHT[variant] }, y("value")),
    ],
  });
}

function rowsOf(
  { points }: Fan,
  low: keyof YearSpread,
  high: keyof YearSpread,
): readonly { readonly at: number; readonly low: number; readonly high: number }[] {
  return points
    .map(({ at, spread }) => ({ at, low: spread[low].value, high: spread[high].value }))
    .filter((row) => Number.isFinite(row.low) && Number.isFinite(row.high));
}

/** A row of the median line, from which a reader who points at it is told more. */
interface Median {
  readonly at: number;
  readonly median: number;
}

function medians({ points }: Fan): readonly Median[] {
  return points
    .map(({ at, spread }) => ({ at, median: spread.p50.value }))
    .filter(({ median }) => Number.isFinite(median));
}

/** What a place of the median line says: it and the middle 90%; undefined of any other row. */
export function fanReading(
  { points }: Fan,
  row: object,
  show: (value: number) => string,
): string | undefined {
  if (!("median" in row)) return undefined;
  const { at, median } = row as Median;
  const { p5, p95 } = points.find((point) => point.at === at)!.spread;
  const [low, high] = [p5.value, p95.value];
  const range =
    Number.isFinite(low) && Number.isFinite(high)
      ? `, ${show(low)} to ${show(high)} in nine futures of ten`
      : "";
  return `${show(median)} at the median${range}`;
}

function line(rows: readonly object[], look: Spec, x: Spec, y: Spec): Spec {
  return { ...data(rows), mark: { type: "line", ...look }, encoding: { x, y } };
}

function besideLayers(
  { points, beside }: Fan,
  x: Spec,
  y: (field: string) => Spec,
): readonly Spec[] {
  if (!beside) return [];
  const rows = points
    .map(({ at }, k) => ({ at, value: beside.values[k]! }))
    .filter(({ value }) => Number.isFinite(value));
  const look = { color: colours.ink, strokeDash: [5, 4], strokeWidth: 1.5 };
  return [line(rows, look, x, y("value"))];
}

/** The names of the lines where these end, moved apart where they would cover each other. */
function names(
  { points, axis, beside }: Fan,
  plot: { readonly width: number; readonly height: number },
  y: Spec,
): Spec {
  const ends = [
    { text: "Median", value: points.at(-1)!.spread.p50.value },
    ...(beside ? [{ text: beside.name, value: beside.values.at(-1)! }] : []),
  ].filter(({ value }) => Number.isFinite(value));
  const { width, height } = plot;
  const [upper, lower] = ends
    .map(({ text, value }) => ({ text, up: height * position(axis, value) }))
    .toSorted((a, b) => b.up - a.up);
  const lack = upper && lower ? Math.max(0, LINE - (upper.up - lower.up)) / 2 : 0;
  const rows = [
    ...(upper ? [{ text: upper.text, value: valueAt(axis, (upper.up + lack) / height) }] : []),
    ...(lower ? [{ text: lower.text, value: valueAt(axis, (lower.up - lack) / height) }] : []),
  ];
  return {
    ...data(rows),
    mark: { type: "text", align: "left", baseline: "middle" },
    encoding: { x: { value: width + 6 }, y, text: { field: "text", type: "nominal" } },
  };
}
