import type { BreakEven, Summary } from "../../summary/summary.js";
import { formatProbability, formatValue, lowerFirst } from "../format.js";
import { priceForProbability } from "../price-for-probability.js";
import { type Axis, axisOver, horizontal, position } from "./axis.js";
import { clipLabel } from "./clip-label.js";
import type { Figure, Spec } from "./figure.js";
import { type Subject, subjectOf } from "./subject.js";
import { chart, colours, data, type Variant } from "./theme.js";

const HEIGHT = 300;
/** The axis ends a little above 100%, for the labels of prices that nearly always suffice. */
const TOP = 1.08;
/** Labels closer than this, in pixels, are moved apart. */
const LABEL_HEIGHT = 17;

/** How likely each price covers the output: its distribution read as a decision. */
export function breakEvenFigure(summary: Summary): Figure | undefined {
  const subject = subjectOf(summary);
  const { output, breakEven, uncertain, isTokenCost } = subject;
  if (!uncertain || output.undefined > 0 || breakEven.length === 0) return undefined;
  const half = formatValue(priceForProbability(output, 0.5), output.unit);
  const most = formatValue(priceForProbability(output, 0.9), output.unit);
  const title = isTokenCost
    ? `${most} is needed to cover the cost in 90% of futures; ${half} covers it in half`
    : `90% of futures stay at or below ${most}, half at or below ${half}`;
  return {
    id: "02-break-even",
    title,
    caption: `Share of futures in which ${lowerFirst(output.label)} is at or below a price, by price. Dots are the prices compared.`,
    alt: `Rising curve of the probability of breaking even by price. ${title}.`,
    wide: spec(subject, "wide"),
    narrow: spec(subject, "narrow"),
    table: {
      columns: [`Price (${output.unit})`, "Probability of breaking even"],
      rows: output.curve.value.map((value, k) => [value, output.curve.probability[k]!]),
    },
  };
}

function spec({ output, breakEven }: Subject, variant: Variant): Spec {
  const reach = axisOver([output], []);
  const near = breakEven.filter(({ price }) => {
    const at = position(reach, price);
    return at > -0.25 && at < 1.25;
  });
  const axis = axisOver(
    [output],
    near.map(({ price }) => price),
  );
  const points = output.curve.value.map((value, k) => ({ value, p: output.curve.probability[k]! }));
  const curve = [{ value: axis.low, p: 0 }, ...points, { value: axis.high, p: 1 }];
  const x = horizontal(axis, "value", output.unit);
  const y = {
    field: "p",
    type: "quantitative",
    scale: { domain: [0, TOP] },
    // Equal costs at several probabilities are a step, not amounts to add up.
    stack: null,
    title: null,
    axis: { format: ".0%", values: [0, 0.25, 0.5, 0.75, 0.9, 1], grid: true },
  };
  return chart(variant, HEIGHT, {
    layer: [
      {
        ...data(curve),
        mark: { type: "area", color: colours.bandOuter, line: false },
        encoding: { x, y },
      },
      {
        ...data(curve),
        mark: { type: "line", color: colours.profit, strokeWidth: 2.5 },
        encoding: { x, y },
      },
      ...priceMarks(near, axis, x, y, variant),
    ],
  });
}

function priceMarks(
  prices: readonly BreakEven[],
  axis: Axis,
  x: Spec,
  y: Spec,
  variant: Variant,
): readonly Spec[] {
  const rows = labelled(prices, axis, variant);
  const label = (side: "left" | "right"): Spec => ({
    ...data(rows.filter((row) => row.side === side)),
    mark: {
      type: "text",
      align: side === "right" ? "left" : "right",
      dx: side === "right" ? 9 : -9,
      baseline: "middle",
      fontWeight: 600,
    },
    encoding: {
      x,
      y: { ...y, field: "labelAt" },
      text: { field: "label", type: "nominal" },
    },
  });
  return [
    {
      ...data(rows),
      mark: { type: "circle", size: 70, color: colours.ink, opacity: 1 },
      encoding: { x, y },
    },
    label("left"),
    label("right"),
  ];
}

interface Labelled {
  readonly value: number;
  readonly p: number;
  readonly label: string;
  readonly side: "left" | "right";
  readonly labelAt: number;
}

/** Prices with their labels pushed apart: upward from the lowest, then back under the top. */
function labelled(prices: readonly BreakEven[], axis: Axis, variant: Variant): readonly Labelled[] {
  const step = (TOP * LABEL_HEIGHT) / (HEIGHT - 50);
  const limit = variant === "wide" ? 30 : 16;
  const rows = [...prices]
    .sort((a, b) => a.price - b.price)
    .map(({ against, price, unit, probability }) => {
      const name = clipLabel(against, limit);
      const side = position(axis, price) < 0.5 ? ("right" as const) : ("left" as const);
      const label =
        variant === "wide"
          ? `${name} ${formatValue(price, unit)}: ${formatProbability(probability.value)}`
          : `${name}: ${formatProbability(probability.value)}`;
      return { value: price, p: probability.value, label, side, labelAt: probability.value };
    });
  const placed: Labelled[] = [];
  for (const side of ["left", "right"] as const) {
    const own = rows.filter((row) => row.side === side);
    // To the left of a dot the curve runs below its height: a label a little higher is clear of it.
    const top = TOP - step / 2;
    const at = own.map(({ p }) => Math.min(side === "left" ? p + 0.6 * step : p, top));
    for (let k = at.length - 2; k >= 0; k--) at[k] = Math.min(at[k]!, at[k + 1]! - step);
    if (at.length > 0 && at[0]! < step / 2) {
      at[0] = step / 2;
      for (let k = 1; k < at.length; k++) at[k] = Math.max(at[k]!, at[k - 1]! + step);
    }
    placed.push(...own.map((row, k) => ({ ...row, labelAt: at[k]! })));
  }
  return placed;
}
