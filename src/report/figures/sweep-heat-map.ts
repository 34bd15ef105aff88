import { formatProbability, formatValue } from "../format.js";
import type { SweepAxis, SweepRecord } from "../sweep-record.js";
import { suffices, sweepTitle } from "../sweep-sentence.js";
import type { Axis } from "./axis.js";
import type { Figure, Spec } from "./figure.js";
import { textWidth } from "./fit-label.js";
import { levelLine, type Piece } from "./level-line.js";
import { pictureTitle, TITLE_ROOM } from "./picture-title.js";
import { edgesOf, sweptEncoding } from "./sweep-axis.js";
import { axisRoom, chart, colours, data, plotWidth, type Variant } from "./theme.js";

const HEIGHT = { wide: 420, narrow: 280 } as const;
const INSET = { left: 72, right: 14, top: TITLE_ROOM, bottom: axisRoom.titled };
/** Empty pixels that a number in a cell needs around it. */
const ROOM = { wide: 8, narrow: 2 } as const;
const LINE = 16;

/** A map over two inputs: how likely the first price suffices, or the median where there is none. */
export function sweepHeatMap(record: SweepRecord): Figure {
  const { axes, points, prices, unit, label } = record;
  const [down, across] = axes as [SweepAxis, SweepAxis];
  const odds = prices.length > 0;
  const title = sweepTitle(record);
  const caption = odds
    ? `Share of futures in which ${suffices(record)}. Dark line: even odds.`
    : `${label} at the median. Darker is more.`;
  const drawn = (variant: Variant): Spec => spec(record, { title, caption }, variant);
  return {
    id: "sweep",
    title,
    caption,
    alt: `Map over ${across.label} and ${down.label}. ${title}.`,
    wide: drawn("wide"),
    narrow: drawn("narrow"),
    table: {
      columns: [down.label, across.label, odds ? "Share of futures" : `Median (${unit})`],
      rows: points.map((point) => [point.at[0]!, point.at[1]!, shown(point)]),
    },
  };
}

type Point = SweepRecord["points"][number];

function shown({ breakEven: [bet], p50 }: Point): number {
  return bet ? bet.value : p50.value;
}

function spec(
  record: SweepRecord,
  words: { readonly title: string; readonly caption: string },
  variant: Variant,
): Spec {
  const [down, across] = record.axes as [SweepAxis, SweepAxis];
  const x = (field: string): Spec => sweptEncoding(across, spanOf(across), field, variant);
  const y = (field: string): Spec => sweptEncoding(down, spanOf(down), field, variant);
  const cells = cellsOf(record, variant);
  const odds = record.prices.length > 0;
  const range = odds
    ? [colours.loss, "#f7f5f2", colours.profit]
    : [colours.bandOuter, colours.bandInner, colours.profit];
  const scale = odds ? { domain: [0, 0.5, 1], range, interpolate: "rgb" } : { range };
  return chart(variant, HEIGHT[variant], INSET, {
    title: pictureTitle(words, variant),
    layer: [
      {
        ...data(cells),
        mark: { type: "rect" },
        encoding: {
          ...{ x: x("left"), x2: { field: "right" }, y: y("low"), y2: { field: "high" } },
          color: { field: "shown", type: "quantitative", scale, legend: null },
        },
      },
      ...(odds ? evenOdds(record, x, y) : []),
      // The line stays readable below the numbers, and they beside it.
      numberLayer(
        cells.filter(({ nearLine }) => nearLine),
        x,
        y,
        true,
      ),
      numberLayer(cells, x, y, false),
    ],
  });
}

function numberLayer(
  cells: ReturnType<typeof cellsOf>,
  x: (field: string) => Spec,
  y: (field: string) => Spec,
  halo: boolean,
): Spec {
  const around = { stroke: colours.paper, strokeWidth: 4, strokeOpacity: 0.75 };
  return {
    ...data(cells.filter(({ text }) => text !== "")),
    mark: { type: "text", baseline: "middle", ...(halo ? around : {}) },
    encoding: {
      ...{ x: x("x"), y: y("y"), text: { field: "text", type: "nominal" } },
      color: { field: "ink", type: "nominal", scale: null, legend: null },
    },
  };
}

function spanOf(axis: SweepAxis): Axis {
  const edges = edgesOf(axis);
  return { log: axis.log, low: edges[0]!, high: edges.at(-1)! };
}

/** One rectangle a point, with its number where all numbers have room. */
function cellsOf({ axes, points, prices, unit }: SweepRecord, variant: Variant) {
  const [down, across] = axes as [SweepAxis, SweepAxis];
  const [rows, columns] = [edgesOf(down), edgesOf(across)];
  const texts = points.map((point) =>
    prices.length > 0 ? formatProbability(shown(point)) : formatValue(shown(point), unit),
  );
  const width = plotWidth(variant, INSET) / across.values.length - ROOM[variant];
  const fits =
    Math.max(...texts.map(textWidth)) <= width && HEIGHT[variant] / down.values.length >= LINE;
  return points.map((point, k) => {
    const [row, column] = [Math.floor(k / across.values.length), k % across.values.length];
    const value = shown(point);
    const strong = prices.length > 0 && Math.abs(value - 0.5) > 0.35;
    return {
      ...{ left: columns[column]!, right: columns[column + 1]! },
      ...{ low: rows[row]!, high: rows[row + 1]! },
      ...{ x: point.at[1]!, y: point.at[0]! },
      shown: Number.isFinite(value) ? value : null,
      text: fits ? texts[k]! : "",
      nearLine: prices.length > 0 && Math.abs(value - 0.5) < 0.2,
      ink: strong ? colours.paper : colours.ink,
    };
  });
}

/** The line along which the price suffices in half of futures, straight on the axes as drawn. */
function evenOdds(
  { axes, points }: SweepRecord,
  x: (field: string) => Spec,
  y: (field: string) => Spec,
): readonly Spec[] {
  const [down, across] = axes as [SweepAxis, SweepAxis];
  const placed = ({ values, log }: SweepAxis): readonly number[] =>
    log ? values.map(Math.log) : values;
  const back = ({ log }: SweepAxis, place: number): number => (log ? Math.exp(place) : place);
  const value = (row: number, column: number): number =>
    shown(points[row * across.values.length + column]!);
  const pieces = levelLine(placed(across), placed(down), value, 0.5).map((piece): Piece => ({
    ...{ x: back(across, piece.x), x2: back(across, piece.x2) },
    ...{ y: back(down, piece.y), y2: back(down, piece.y2) },
  }));
  if (pieces.length === 0) return [];
  return [
    {
      ...data(pieces),
      mark: { type: "rule", color: colours.ink, strokeWidth: 2.5, strokeCap: "round" },
      encoding: { x: x("x"), x2: { field: "x2" }, y: y("y"), y2: { field: "y2" } },
    },
  ];
}
