import type { OutputSummary, Summary } from "../../summary/summary.js";
import { formatProbability, formatProbabilityFine, formatValue, lowerFirst } from "../format.js";
import { marginSentence } from "../margin-sentence.js";
import { plainText } from "../phrase.js";
import type { Axis } from "./axis.js";
import type { Figure, Spec } from "./figure.js";
import { horizontal } from "./horizontal.js";
import { subjectOf } from "./subject.js";
import { axisRoom, chart, colours, data, type Variant } from "./theme.js";

const HEIGHT = 170;
const BARS = { wide: 60, narrow: 30 } as const;
/** Shares of futures left off at either end, for a long tail would hide all the rest. */
const ENDS = { low: 0.05, high: 0.95 } as const;
/** Room above the bars for what they say, one line or two. */
const LABELS = { wide: 26, narrow: 44 } as const;

/** Futures in which the margin lies from one value to the next. */
interface Bar {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** How what the main price leaves is spread, the futures that lose apart from those that do not. */
export function marginFigure(summary: Summary): Figure | undefined {
  const { output, uncertain, isTokenCost } = subjectOf(summary);
  const { margin } = summary;
  const sentence = marginSentence(summary);
  if (!margin || !sentence || !uncertain) return undefined;
  const title = plainText(sentence);
  const bars = barsOf(output, margin.price, BARS.wide);
  if (bars.length === 0) return undefined;
  const price = `${margin.against} (${formatValue(margin.price, output.unit)})`;
  return {
    id: "07-margin",
    title,
    caption: `What ${price} leaves of ${lowerFirst(output.label)}, over the middle nine futures in ten; the taller a bar, the more futures. Left of 0 ${isTokenCost ? "they lose" : "it does not suffice"}.`,
    alt: `Histogram of what ${price} leaves of ${lowerFirst(output.label)}. ${title}.`,
    wide: spec(summary, "wide"),
    narrow: spec(summary, "narrow"),
    reading: (row) => ("share" in row ? readingOf(row as Bar, output.unit) : undefined),
    table: {
      columns: [`From (${output.unit})`, `To (${output.unit})`, "Share of futures"],
      rows: bars.map(({ from, to, share }) => [from, to, share]),
    },
  };
}

function readingOf({ from, to, share }: Bar, unit: string): string {
  return `${formatValue(from, unit)} to ${formatValue(to, unit)}: ${formatProbabilityFine(share)} of futures`;
}

/** Bars of equal width over the middle 90%, one edge at 0 so that none straddles it. */
function barsOf({ curve }: OutputSummary, price: number, wanted: number): readonly Bar[] {
  const at = (p: number): number =>
    curve.value[curve.probability.findIndex((one) => Math.abs(one - p) < 1e-9)]!;
  const [low, high] = [price - at(ENDS.high), price - at(ENDS.low)];
  const width = (high - low) / wanted;
  if (!(width > 0)) return [];
  const first = Math.floor(low / width);
  const last = Math.ceil(high / width);
  return Array.from({ length: last - first }, (_, k) => {
    const from = (first + k) * width;
    const to = (first + k + 1) * width;
    return { from, to, share: below(curve, price - from) - below(curve, price - to) };
  });
}

/** The share of futures at or below a value, between the points of the curve by straight lines. */
function below({ probability, value }: OutputSummary["curve"], x: number): number {
  const after = value.findIndex((one) => one > x);
  if (after === 0) return 0;
  if (after === -1) return 1;
  const [x0, x1] = [value[after - 1]!, value[after]!];
  const [p0, p1] = [probability[after - 1]!, probability[after]!];
  return p0 + ((x - x0) / (x1 - x0)) * (p1 - p0);
}

function spec(summary: Summary, variant: Variant): Spec {
  const { output } = subjectOf(summary);
  const { price } = summary.margin!;
  const bars = barsOf(output, price, BARS[variant]);
  const axis: Axis = { log: false, low: bars[0]!.from, high: bars.at(-1)!.to };
  const x = (field: string): Spec =>
    horizontal({ axis, unit: output.unit, variant, grid: false }, field);
  const top = Math.max(...bars.map(({ share }) => share));
  const y: Spec = {
    type: "quantitative",
    axis: null,
    scale: { domain: [0, (top * HEIGHT) / (HEIGHT - LABELS[variant])], nice: false },
  };
  const side = (rows: readonly Bar[], color: string): Spec => ({
    ...data(rows),
    mark: { type: "bar", color, binSpacing: 1 },
    encoding: {
      x: { ...x("from"), bin: "binned" },
      x2: { field: "to" },
      y: { ...y, field: "share" },
    },
  });
  const bottom = output.unit === "1" ? axisRoom.plain : axisRoom.titled;
  return chart(
    variant,
    HEIGHT,
    { left: 14, right: 14, top: 4, bottom },
    {
      layer: [
        side(
          bars.filter(({ from }) => from < 0),
          colours.loss,
        ),
        side(
          bars.filter(({ from }) => from >= 0),
          colours.profit,
        ),
        ...(axis.low < 0 && axis.high > 0
          ? [
              {
                ...data([{ zero: 0 }]),
                mark: { type: "rule", color: colours.ink, strokeDash: [4, 3], y: LABELS[variant] },
                encoding: { x: x("zero") },
              },
            ]
          : []),
        ...labels(summary, variant),
      ],
    },
  );
}

/** What either side comes to, by sign and in words; colour only repeats it. */
function labels(summary: Summary, variant: Variant): readonly Spec[] {
  const { output, main, isTokenCost } = subjectOf(summary);
  const { whenLosing, whenWinning } = summary.margin!;
  const odds = main!.probability.value;
  const words = isTokenCost ? (["lose", "earn"] as const) : (["are above", "are not"] as const);
  const text = (k: 0 | 1, share: number, mean: number): string =>
    `${formatProbability(share)} ${words[k]} (mean ${formatValue(mean, output.unit)})`;
  const label = (name: string, mark: Spec): Spec => ({
    ...data([{ name }]),
    mark: { type: "text", baseline: "middle", fontWeight: 600, ...mark },
    encoding: { text: { field: "name", type: "nominal" } },
  });
  const right = { align: "right", x: { expr: "width" }, color: colours.profit };
  const left = { align: "left", x: 0, color: colours.loss };
  return [
    ...(whenLosing ? [label(text(0, 1 - odds, whenLosing.value), { ...left, y: 10 })] : []),
    ...(whenWinning
      ? [label(text(1, odds, whenWinning.value), { ...right, y: variant === "wide" ? 10 : 28 })]
      : []),
  ];
}
