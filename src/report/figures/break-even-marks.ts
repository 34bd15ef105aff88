import type { BreakEven, OutputSummary } from "../../summary/summary.js";
import { formatProbability, formatValue } from "../format.js";
import { priceForProbability } from "../price-for-probability.js";
import { type Axis, isOn, position, valueAt } from "./axis.js";
import type { Spec } from "./figure.js";
import { fitLabel, textWidth } from "./fit-label.js";
import { type Box, LABEL_GAP, placeLabels } from "./place-labels.js";
import type { Subject } from "./subject.js";
import { colours, data, type Variant } from "./theme.js";

/** Probabilities whose prices are read off the curve. */
const READ_OFF = [0.5, 0.9] as const;

/** The plot that marks are put on. */
export interface CurvePlot {
  readonly axis: Axis;
  readonly x: Spec;
  readonly y: Spec;
  readonly variant: Variant;
  readonly width: number;
  readonly height: number;
  /** The share of futures at the upper end of the vertical axis. */
  readonly top: number;
}

interface Mark {
  readonly value: number;
  readonly p: number;
  readonly text: string;
  readonly price: boolean;
}

/** The prices on the axis with their odds, and the prices for even odds and for nine in ten. */
export function breakEvenMarks({ output, breakEven }: Subject, plot: CurvePlot): readonly Spec[] {
  const { axis, width, height, top } = plot;
  const prices = breakEven
    .filter(({ price }) => isOn(axis, price))
    .map((one) => priceMark(one, plot));
  const quantiles = READ_OFF.map((p): Mark => {
    const value = priceForProbability(output, p);
    const text = `${formatProbability(p)}: ${formatValue(value, output.unit)}`;
    return { value, p, text, price: false };
  });
  const all = [...prices, ...quantiles];
  const places = placeLabels(
    all.map(({ value, p, text, price }) => ({
      x: position(axis, value) * width,
      y: (1 - p / top) * height,
      text,
      side: price ? "left" : "right",
    })),
    obstaclesOf(output, plot),
    { width, height },
  );
  const rows = all.map((mark, k) => {
    const place = places[k];
    return {
      ...mark,
      side: place?.side ?? "none",
      apart: place?.apart ?? false,
      textValue: place ? valueAt(axis, place.x / width) : mark.value,
      textP: place ? (1 - place.y / height) * top : mark.p,
    };
  });
  return [
    leaderLayer(
      rows.filter(({ apart }) => apart),
      plot,
    ),
    ...dotLayers(rows, plot),
    ...(["left", "right"] as const).flatMap((side) =>
      [true, false].map((price) =>
        labelLayer(
          rows.filter((row) => row.side === side && row.price === price),
          side,
          price,
          plot,
        ),
      ),
    ),
  ].filter((layer) => layer !== undefined);
}

function priceMark({ against, price, unit, probability }: BreakEven, plot: CurvePlot): Mark {
  const odds = formatProbability(probability.value);
  const { axis, width, variant } = plot;
  const rest = `${variant === "wide" ? ` ${formatValue(price, unit)}` : ""}: ${odds}`;
  const pixel = position(axis, price) * width;
  const room = Math.max(pixel, width - pixel) - LABEL_GAP - textWidth(rest);
  const most = variant === "wide" ? 200 : 120;
  const text = `${fitLabel(against, Math.min(room, most))}${rest}`;
  return { value: price, p: probability.value, text, price: true };
}

/** The curve in pieces, which labels have to leave alone. */
function obstaclesOf({ curve }: OutputSummary, { axis, width, height, top }: CurvePlot): Box[] {
  const at = curve.value.map((value, k) => ({
    x: position(axis, value) * width,
    y: (1 - curve.probability[k]! / top) * height,
  }));
  return at.slice(1).map((to, k) => {
    const from = at[k]!;
    return { left: from.x - 1, right: to.x + 1, top: to.y - 1, bottom: from.y + 1 };
  });
}

/** Thin lines from points to labels that had to move away. */
function leaderLayer(rows: readonly object[], { x, y }: CurvePlot): Spec | undefined {
  if (rows.length === 0) return undefined;
  return {
    ...data(rows),
    mark: { type: "rule", color: colours.mute, strokeWidth: 1 },
    encoding: { x, y, x2: { field: "textValue" }, y2: { field: "textP" } },
  };
}

/** Prices as full dots over the read-off points as open ones. */
function dotLayers(rows: readonly Mark[], { x, y }: CurvePlot): readonly (Spec | undefined)[] {
  const layer = (price: boolean, mark: Spec): Spec | undefined => {
    const own = rows.filter((row) => row.price === price);
    return own.length === 0 ? undefined : { ...data(own), mark, encoding: { x, y } };
  };
  const open = { filled: true, fill: colours.paper, stroke: colours.profit, strokeWidth: 2 };
  return [
    layer(false, { type: "point", size: 48, opacity: 1, ...open }),
    layer(true, { type: "circle", size: 70, color: colours.ink, opacity: 1 }),
  ];
}

function labelLayer(
  rows: readonly object[],
  side: "left" | "right",
  price: boolean,
  { x, y }: CurvePlot,
): Spec | undefined {
  if (rows.length === 0) return undefined;
  return {
    ...data(rows),
    mark: {
      type: "text",
      align: side === "left" ? "right" : "left",
      baseline: "middle",
      ...(price ? { fontWeight: 600 } : { color: colours.mute }),
    },
    encoding: {
      x: { ...x, field: "textValue" },
      y: { ...y, field: "textP" },
      text: { field: "text", type: "nominal" },
    },
  };
}
