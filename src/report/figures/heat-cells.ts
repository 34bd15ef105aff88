import type { SweepAxis } from "../sweep-record.js";
import type { Axis } from "./axis.js";
import type { Spec } from "./figure.js";
import { textWidth } from "./fit-label.js";
import { levelLine, type Piece } from "./level-line.js";
import { edgesOf, sweptEncoding } from "./sweep-axis.js";
import { colours, data, type Inset, oddsColours, plotWidth, type Variant } from "./theme.js";

/** Empty pixels that a number in a cell needs around it. */
const ROOM = { wide: 8, narrow: 2 } as const;
const LINE = 16;
const HALO = {
  color: oddsColours.ink,
  ...{ stroke: oddsColours.halo, strokeWidth: 5, strokeOpacity: 0.85, strokeJoin: "round" },
};

/** Values on a grid. */
export interface HeatGrid {
  readonly up: SweepAxis;
  readonly across: SweepAxis;
  /** One for each value of `up` and, fastest, of `across`. */
  readonly values: readonly number[];
  /** Whether the values are probabilities, shown in six steps with a line at even odds. */
  readonly odds: boolean;
  /** How a value is printed in its cell; the last that has room in all cells, the widest first. */
  readonly texts: readonly ((value: number) => string)[];
}

/** The layers of a map: coloured cells, the line of even odds and the numbers on both. */
export function heatLayers(
  grid: HeatGrid,
  size: { readonly inset: Inset; readonly height: number },
  variant: Variant,
): readonly Spec[] {
  const { up, across, odds } = grid;
  const x = (field: string): Spec => sweptEncoding(across, spanOf(across), field, variant);
  const y = (field: string): Spec => sweptEncoding(up, spanOf(up), field, variant);
  const cells = cellsOf(grid, textOf(grid, size, variant));
  const scale = odds
    ? { type: "threshold", domain: oddsColours.bounds, range: oddsColours.steps }
    : { range: [colours.bandOuter, colours.bandInner, colours.profit] };
  return [
    {
      ...data(cells),
      mark: { type: "rect" },
      encoding: {
        ...{ x: x("left"), x2: { field: "right" }, y: y("low"), y2: { field: "high" } },
        color: { field: "shown", type: "quantitative", scale, legend: null },
      },
    },
    ...(odds ? evenOdds(grid, x, y) : []),
    // The line stays readable below the numbers, and they on it.
    ...(odds ? [numberLayer(cells.filter(isNearLine), x, y, HALO)] : []),
    numberLayer(cells, x, y, { color: odds ? oddsColours.ink : colours.ink }),
  ];
}

function numberLayer(
  cells: ReturnType<typeof cellsOf>,
  x: (field: string) => Spec,
  y: (field: string) => Spec,
  look: Spec,
): Spec {
  return {
    ...data(cells.filter(({ text }) => text !== "")),
    mark: { type: "text", baseline: "middle", ...look },
    encoding: { x: x("x"), y: y("y"), text: { field: "text", type: "nominal" } },
  };
}

/** Cells that the line of even odds may cross at their number. */
function isNearLine({ shown }: ReturnType<typeof cellsOf>[number]): boolean {
  return shown !== null && Math.abs(shown - 0.5) < 0.3;
}

function spanOf(axis: SweepAxis): Axis {
  const edges = edgesOf(axis);
  return { log: axis.log, low: edges[0]!, high: edges.at(-1)! };
}

/** The first way to print that has room in every cell; nothing where none has. */
function textOf(
  { up, across, values, texts }: HeatGrid,
  { inset, height }: { readonly inset: Inset; readonly height: number },
  variant: Variant,
): (value: number) => string {
  const width = plotWidth(variant, inset) / across.values.length - ROOM[variant];
  const fitting = texts.find((text) => values.every((value) => textWidth(text(value)) <= width));
  return height / up.values.length >= LINE && fitting ? fitting : () => "";
}

/** One rectangle a point. */
function cellsOf({ up, across, values }: HeatGrid, text: (value: number) => string) {
  const [rows, columns] = [edgesOf(up), edgesOf(across)];
  return values.map((value, k) => {
    const [row, column] = [Math.floor(k / across.values.length), k % across.values.length];
    return {
      ...{ left: columns[column]!, right: columns[column + 1]! },
      ...{ low: rows[row]!, high: rows[row + 1]! },
      ...{ x: across.values[column]!, y: up.values[row]! },
      shown: Number.isFinite(value) ? value : null,
      text: text(value),
    };
  });
}

/** The line along which the odds are even, straight on the axes as drawn. */
function evenOdds(
  { up, across, values }: HeatGrid,
  x: (field: string) => Spec,
  y: (field: string) => Spec,
): readonly Spec[] {
  const placed = ({ values: at, log }: SweepAxis): readonly number[] =>
    log ? at.map(Math.log) : at;
  const back = ({ log }: SweepAxis, place: number): number => (log ? Math.exp(place) : place);
  const value = (row: number, column: number): number =>
    values[row * across.values.length + column]!;
  const pieces = levelLine(placed(across), placed(up), value, 0.5).map((piece): Piece => ({
    ...{ x: back(across, piece.x), x2: back(across, piece.x2) },
    ...{ y: back(up, piece.y), y2: back(up, piece.y2) },
  }));
  if (pieces.length === 0) return [];
  return [
    {
      ...data(pieces),
      mark: { type: "rule", color: oddsColours.ink, strokeWidth: 2.5, strokeCap: "round" },
      encoding: { x: x("x"), x2: { field: "x2" }, y: y("y"), y2: { field: "y2" } },
    },
  ];
}
