import type { FittedSample } from "../../fit/fit-column.js";
import { formatCount } from "../format.js";
import type { Axis } from "./axis.js";
import type { Figure, Spec } from "./figure.js";
import { fitLabel } from "./fit-label.js";
import { type Histogram, histogramOf } from "./histogram.js";
import { horizontal } from "./horizontal.js";
import { pictureTitle, TITLE_ROOM } from "./picture-title.js";
import { axisRoom, chart, colours, data, plotWidth, type Variant } from "./theme.js";

const HEIGHT = { wide: 380, narrow: 260 } as const;
/** The best three families, each with its own colour and dashes. */
const LINES = [
  { color: colours.loss, strokeDash: [1, 0], strokeWidth: 2.5 },
  { color: colours.ink, strokeDash: [7, 4], strokeWidth: 1.75 },
  { color: colours.mute, strokeDash: [2, 3], strokeWidth: 1.75 },
] as const;
/** Room above the highest bar, for the names of the lines. */
const HEADROOM = 1.3;
const LINE_HEIGHT = 18;
/** Pixels that a name of the user's may take. */
const NAME_WIDTH = 250;
const INSET = { left: 46, right: 12, top: TITLE_ROOM, bottom: axisRoom.titled };

/** A histogram of a column of measured values with the densities of the families that fit it best. */
export function fitFigure({ record, sample, fits }: FittedSample): Figure {
  const { column, unit, values } = record;
  const shown = fits.slice(0, LINES.length);
  const histogram = histogramOf(sample, shown);
  const name = fitLabel(column, NAME_WIDTH);
  const best = shown[0]!.spec.distribution;
  const title = `${name}: of ${fits.length} families, ${best} describes the ${formatCount(values.count)} values best`;
  const left =
    histogram.beyond === 0 ? "" : ` Off the picture: ${formatCount(histogram.beyond)} of them.`;
  const caption = `Bars: share of the values. Lines: what the fitted families expect.${left}`;
  const axisTitle = unit === null ? name : `${name} (${fitLabel(unit, NAME_WIDTH)})`;
  const keys = shown.map(({ spec, bicExcess }, k) =>
    k === 0 ? `${spec.distribution} (best)` : `${spec.distribution} (BIC +${bicExcess.toFixed(1)})`,
  );
  const drawn = (variant: Variant): Spec =>
    spec(histogram, { title, caption, axisTitle, keys }, variant);
  return {
    id: "fit",
    title,
    caption,
    alt: `Histogram of ${name} with fitted densities. ${title}.`,
    wide: drawn("wide"),
    narrow: drawn("narrow"),
    table: {
      columns: ["From", "To", "Share of the values"],
      rows: histogram.bars.map(({ from, to, share }) => [from, to, share]),
    },
  };
}

interface Words {
  readonly title: string;
  readonly caption: string;
  readonly axisTitle: string;
  /** One for each line. */
  readonly keys: readonly string[];
}

function spec({ axis, bars, curves }: Histogram, words: Words, variant: Variant): Spec {
  const highest = Math.max(...bars.map(({ share }) => share));
  const x = horizontalOf(axis, words.axisTitle, variant);
  const y = {
    field: "share",
    type: "quantitative",
    title: null,
    scale: { domain: [0, highest * HEADROOM], nice: false },
    axis: { format: ".0%", tickCount: 5, grid: true },
  };
  const rows = bars.map(({ from, to, share }) => ({ x: from, to, share }));
  return chart(variant, HEIGHT[variant], INSET, {
    title: pictureTitle(words, variant),
    layer: [
      {
        ...data(rows),
        mark: { type: "bar", color: colours.bandMiddle, stroke: "#ffffff", strokeWidth: 0.75 },
        encoding: { x, x2: { field: "to" }, y, y2: { datum: 0 } },
      },
      // The best is drawn last, over the others.
      ...curves
        .map(({ points }, k) => ({
          ...data(points),
          mark: { type: "line", clip: true, ...LINES[k] },
          encoding: { x, y },
        }))
        .reverse(),
      ...words.keys.map((text, k) => keyLayer(text, k, onLeft(bars), variant)),
    ],
  });
}

/** The value axis under its name, quiet below bars. */
function horizontalOf(axis: Axis, title: string, variant: Variant): Spec {
  const named = axis.log ? `${title}, logarithmic scale` : title;
  return { ...horizontal({ axis, unit: "1", variant, grid: false }, "x"), title: named };
}

/** Whether the names of the lines go to the left: the side whose bars are lower. */
function onLeft(bars: Histogram["bars"]): boolean {
  const third = Math.ceil(bars.length / 3);
  const highest = (some: Histogram["bars"]): number => Math.max(...some.map(({ share }) => share));
  return highest(bars.slice(0, third)) < highest(bars.slice(-third));
}

function keyLayer(text: string, k: number, left: boolean, variant: Variant): Spec {
  return {
    ...data([{ text }]),
    mark: {
      type: "text",
      align: left ? "left" : "right",
      baseline: "top",
      fill: LINES[k]!.color,
      fontWeight: k === 0 ? 600 : 400,
    },
    encoding: {
      x: { value: left ? 10 : plotWidth(variant, INSET) - 8 },
      y: { value: 6 + k * LINE_HEIGHT },
      text: { field: "text", type: "nominal" },
    },
  };
}
