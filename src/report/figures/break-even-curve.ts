import type { OutputSummary, Summary } from "../../summary/summary.js";
import { formatProbability, formatValue, lowerFirst } from "../format.js";
import { priceForProbability } from "../price-for-probability.js";
import { type Axis, axisOver, isNear, isOn, outputAxis } from "./axis.js";
import { breakEvenMarks } from "./break-even-marks.js";
import type { Figure, Spec } from "./figure.js";
import { axisTitle, horizontal } from "./horizontal.js";
import { type Subject, subjectOf } from "./subject.js";
import { axisRoom, chart, colours, data, plotWidth, type Variant } from "./theme.js";

const HEIGHT = 280;
/** The axis ends a little above 100%, for the labels of prices that nearly always suffice. */
const TOP = 1.08;

/** How likely each price covers the output: its distribution read as a decision. */
export function breakEvenFigure(summary: Summary): Figure | undefined {
  const subject = subjectOf(summary);
  const { output, uncertain } = subject;
  if (!uncertain || output.undefined > 0) return undefined;
  const title = titleOf(subject);
  const axis = curveAxis(subject);
  return {
    id: "02-break-even",
    title,
    caption: `Share of futures in which ${lowerFirst(output.label)} is at or below a value, by value.${pricesSentence(subject, axis)}`,
    alt: `Rising curve of the share of futures at or below each value. ${title}.`,
    wide: spec(subject, axis, "wide"),
    narrow: spec(subject, axis, "narrow"),
    reading: (row) => readingOf(subject, row),
    table: tableOf(subject),
  };
}

/** Every half percent, of which a page shows every fifth percent and the first and last percent. */
function tableOf({ output, breakEven }: Subject): Figure["table"] {
  const { value, probability } = output.curve;
  const prices = breakEven.map((one) => [one.against, one.price, one.probability.value]);
  const curve = value.map((at, k) => ["", at, probability[k]!]);
  const read = curve.filter((_, k) => {
    const percent = Math.round(1000 * probability[k]!) / 10;
    return percent % 5 === 0 || percent === 1 || percent === 99;
  });
  return {
    columns: ["Price", `Value (${output.unit})`, "Share of futures at or below it"],
    rows: [...prices, ...curve],
    excerpt: [...prices, ...read],
  };
}

/** Prices, the amounts read off, and the curve at every fifth percent. */
function readingOf({ output, breakEven }: Subject, row: object): string | undefined {
  const { value, p, text } = row as { value: number; p: number; text?: string };
  if (text === undefined && (Math.round(1000 * p) % 50 !== 0 || p === 0 || p === 1))
    return undefined;
  const name = breakEven.find(({ price }) => price === value)?.against;
  const of = name === undefined ? "" : ` (${name})`;
  return `${formatProbability(p)} of futures at or below ${formatValue(value, output.unit)}${of}`;
}

function titleOf({ output, isTokenCost }: Subject): string {
  const half = formatValue(priceForProbability(output, 0.5), output.unit);
  const most = formatValue(priceForProbability(output, 0.9), output.unit);
  if (half === most) {
    return isTokenCost
      ? `${half} covers the cost in half of futures, and hardly more is needed for 90% of them`
      : `90% of futures stay at or below ${most}, as good as half of them`;
  }
  return isTokenCost
    ? `${most} is needed to cover the cost in 90% of futures; ${half} covers it in half`
    : `90% of futures stay at or below ${most}, half at or below ${half}`;
}

/** What the dots are, and which prices lie off the axis. */
function pricesSentence({ breakEven }: Subject, axis: Axis): string {
  const beyond = breakEven.filter(({ price }) => !isOn(axis, price));
  const prices = beyond.length < breakEven.length ? " Full dots are the prices compared." : "";
  const dots = `${prices} Open dots show what half and nine in ten futures stay at or below.`;
  const names = beyond.map(
    ({ against, price, unit, probability }) =>
      `${against} (${formatValue(price, unit)}, ${formatProbability(probability.value)})`,
  );
  return names.length > 0 ? `${dots} Off the axis: ${names.join(", ")}.` : dots;
}

/** Over the whole curve and the prices near it, of the same kind as the other figures' axes. */
function curveAxis({ output, breakEven }: Subject): Axis {
  const { value } = output.curve;
  const usual = outputAxis([output], []);
  const reach = axisOver([value[0]!, value.at(-1)!], usual.log);
  const near = breakEven.map(({ price }) => price).filter((price) => isNear(reach, price));
  return axisOver([value[0]!, value.at(-1)!, ...near], usual.log);
}

function spec(subject: Subject, axis: Axis, variant: Variant): Spec {
  const { output } = subject;
  const titled = axisTitle(axis, output.unit) !== undefined;
  const inset = {
    ...{ left: 42, right: variant === "wide" ? 14 : 10, top: 8 },
    bottom: titled ? axisRoom.titled : axisRoom.plain,
  };
  const x = horizontal({ axis, unit: output.unit, variant }, "value");
  const y = {
    field: "p",
    type: "quantitative",
    scale: { domain: [0, TOP] },
    // Equal costs at several probabilities are a step, not amounts to add up.
    stack: null,
    title: null,
    axis: { format: ".0%", values: [0, 0.25, 0.5, 0.75, 0.9, 1], grid: true },
  };
  const curve = data(curvePoints(output, axis));
  return chart(variant, HEIGHT, inset, {
    layer: [
      {
        ...curve,
        mark: { type: "area", color: colours.bandOuter, line: false },
        // Values that occur often share a place; Vega-Lite would heap their probabilities up.
        encoding: { x, y: { ...y, stack: null } },
      },
      {
        ...curve,
        mark: { type: "line", color: colours.profit, strokeWidth: 2.5 },
        encoding: { x, y },
      },
      ...breakEvenMarks(subject, {
        ...{ axis, x, y, variant, width: plotWidth(variant, inset) },
        ...{ height: HEIGHT, top: TOP },
      }),
    ],
  });
}

/** The curve, led to both ends of the axis. */
function curvePoints({ curve }: OutputSummary, axis: Axis): readonly object[] {
  const points = curve.value.map((value, k) => ({ value, p: curve.probability[k]! }));
  return [{ value: axis.low, p: 0 }, ...points, { value: axis.high, p: 1 }];
}
