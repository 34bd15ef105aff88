import type { Driver } from "../../sensitivity/drivers.js";
import type { Summary } from "../../summary/summary.js";
import { formatProbability, formatValue, lowerFirst } from "../format.js";
import { clipLabel } from "./clip-label.js";
import type { Figure, Spec } from "./figure.js";
import { horizontal, axisOver } from "./axis.js";
import { labelOf, type Subject, subjectOf } from "./subject.js";
import { chart, colours, data, type Variant } from "./theme.js";

const SHOWN_MAX = 10;
const ROW = 42;

/** One bar: what the statistic is with the input in its lowest and in its highest tenth. */
interface Bar {
  readonly label: string;
  readonly low: number;
  readonly high: number;
}

/** How far the median moves between each input's lowest and highest tenth. */
export function tornadoFigure(summary: Summary): Figure | undefined {
  const subject = subjectOf(summary);
  const { output, drivers } = subject;
  const bars = drivers
    .filter(({ low, high }) => Number.isFinite(low.value) && Number.isFinite(high.value))
    .map(({ input, low, high }) => ({
      label: labelOf(summary, input),
      low: low.value,
      high: high.value,
    }));
  const [top] = bars;
  if (!top || top.low === top.high) return undefined;
  const show = (value: number): string => formatValue(value, output.unit);
  const title = `${top.label} moves ${lowerFirst(output.label)} most: from ${show(top.low)} to ${show(top.high)} at the median`;
  const axis = axisOver([], [...bars.flatMap(({ low, high }) => [low, high])]);
  const median = output.percentiles["p50"]!.value;
  return figure("04-tornado", title, "Median", bars, {
    subject,
    baseline: median,
    x: (field) => horizontal(axis, field, output.unit),
    show,
  });
}

/** How far the probability of breaking even moves between each input's lowest and highest tenth. */
export function decisionFigure(summary: Summary): Figure | undefined {
  const subject = subjectOf(summary);
  const { main, drivers } = subject;
  if (!main) return undefined;
  const bars = drivers
    .flatMap((driver) => decisionBar(summary, driver, main.against))
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
  const [top] = bars;
  if (!top || Math.abs(top.high - top.low) < 0.01) return undefined;
  const [worst, best] = top.low < top.high ? [top.low, top.high] : [top.high, top.low];
  const title = `${top.label} decides the bet: ${formatValue(main.price, main.unit)} suffices in ${formatProbability(worst)} of futures in its worst tenth, ${formatProbability(best)} in its best`;
  return figure("05-decision", title, `Probability of staying at or below ${main.against}`, bars, {
    subject,
    baseline: main.probability.value,
    x: (field) => ({
      field,
      type: "quantitative",
      scale: { domain: [0, 1] },
      title: null,
      axis: { format: ".0%", tickCount: 5 },
    }),
    show: formatProbability,
  });
}

function decisionBar(summary: Summary, driver: Driver, against: string): readonly Bar[] {
  const found = driver.breakEven.find((comparison) => comparison.against === against);
  if (!found) return [];
  return [{ label: labelOf(summary, driver.input), low: found.low.value, high: found.high.value }];
}

interface Scale {
  readonly subject: Subject;
  readonly baseline: number;
  readonly x: (field: string) => Spec;
  readonly show: (value: number) => string;
}

function figure(
  id: string,
  title: string,
  what: string,
  bars: readonly Bar[],
  scale: Scale,
): Figure {
  const shown = bars.slice(0, SHOWN_MAX);
  const folded = bars.length - shown.length;
  const rest = folded > 0 ? ` ${folded} others move it by less.` : "";
  return {
    id,
    title,
    caption: `${what} with each input in its lowest tenth (open dot) and in its highest tenth (full dot), the others free.${rest}`,
    alt: `Bars of how far each input moves the result. ${title}.`,
    wide: spec(shown, scale, "wide"),
    narrow: spec(shown, scale, "narrow"),
    table: {
      columns: ["Input", `${what}, lowest tenth`, `${what}, highest tenth`],
      rows: bars.map(({ label, low, high }) => [label, low, high]),
    },
  };
}

function spec(bars: readonly Bar[], { baseline, x, show }: Scale, variant: Variant): Spec {
  const limit = variant === "wide" ? 60 : 38;
  const rows = bars.map(({ label, low, high }, row) => ({
    row,
    label: clipLabel(label, limit),
    low,
    high,
    left: Math.min(low, high),
    right: Math.max(low, high),
    leftText: show(Math.min(low, high)),
    rightText: show(Math.max(low, high)),
  }));
  const y = {
    field: "row",
    type: "ordinal",
    title: null,
    axis: null,
  };
  const end = (field: "leftText" | "rightText"): Spec => ({
    mark: {
      type: "text",
      align: field === "leftText" ? "right" : "left",
      dx: field === "leftText" ? -9 : 9,
      color: colours.mute,
    },
    encoding: {
      x: x(field === "leftText" ? "left" : "right"),
      y,
      text: { field, type: "nominal" },
    },
  });
  const dot = (field: "low" | "high"): Spec => ({
    mark: {
      type: "point",
      size: 60,
      opacity: 1,
      filled: true,
      stroke: colours.profit,
      strokeWidth: 2,
      fill: field === "low" ? "#ffffff" : colours.profit,
    },
    encoding: { x: x(field), y },
  });
  return chart(
    variant,
    { step: ROW },
    {
      ...data(rows),
      layer: [
        {
          ...data([{ baseline }]),
          mark: { type: "rule", color: colours.mute, strokeDash: [3, 3] },
          encoding: { x: x("baseline") },
        },
        {
          mark: { type: "bar", height: 6, color: colours.bandInner },
          encoding: { x: x("left"), x2: { field: "right" }, y },
        },
        dot("low"),
        dot("high"),
        ...(variant === "wide" ? [end("leftText"), end("rightText")] : []),
        {
          mark: { type: "text", align: "left", x: 0, dy: -15, fontWeight: 600 },
          encoding: { y, text: { field: "label", type: "nominal" } },
        },
      ],
    },
  );
}
