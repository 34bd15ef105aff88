import type { Summary } from "../../summary/summary.js";
import { type Swings, swingOf } from "../../summary/swings.js";
import { formatRank, formatValue, lowerFirst } from "../format.js";
import { axisOver, position } from "./axis.js";
import type { Figure, Spec } from "./figure.js";
import { fitLabel } from "./fit-label.js";
import { axisTitle, horizontal } from "./horizontal.js";
import { labelOf, subjectOf } from "./subject.js";
import { axisRoom, chart, colours, data, plotWidth, type Variant } from "./theme.js";

const HEIGHT = { wide: 320, narrow: 280 } as const;
/** Room at the right for the names of the lines. */
const NAMES = { wide: 230, narrow: 118 } as const;
const LINES_MAX = 5;
/** Distance of two names, in pixels. */
const LINE = 16;
/** A second input that moves the output this nearly as far is said to do so. */
const NEARLY = 0.9;

type Line = Swings["inputs"][number];

/** The output along the percentiles of each input, one at a time, the others at their medians. */
export function spiderFigure(summary: Summary): Figure | undefined {
  const { name, output } = subjectOf(summary);
  const swings = summary.swings?.[name];
  const lines = (swings?.inputs ?? []).filter((line) => isShown(summary, line));
  if (!swings || lines.length < 2 || !(swingOf(lines[0]!).size > 0)) return undefined;
  const shown = lines.slice(0, LINES_MAX);
  const title = titleOf(summary, shown);
  const drawn = (variant: Variant): Spec => spec(summary, swings, shown, variant);
  const what = lowerFirst(output.label);
  return {
    id: "09-spider",
    title,
    caption: `${output.label} as one input goes from its 5th to its 95th percentile, all others at their medians. Across: the percentile.`,
    alt: `Lines of ${what} along the percentiles of ${shown.length} inputs. ${title}.`,
    wide: drawn("wide"),
    narrow: drawn("narrow"),
    reading: (row) => ("at" in row ? readingOf(summary, shown, row as Point) : undefined),
    table: {
      columns: [
        "Input",
        ...swings.percentiles.map((p) => `At P${Math.round(100 * p)} (${output.unit})`),
      ],
      rows: lines.map(({ input, values }) => [labelOf(summary, input), ...values]),
    },
  };
}

interface Point {
  /** Place of its line, as text. */
  readonly line: string;
  readonly at: number;
  readonly value: number;
}

function readingOf(summary: Summary, lines: readonly Line[], { line, at, value }: Point): string {
  const { output } = subjectOf(summary);
  const label = labelOf(summary, lines[Number(line)]!.input);
  return `${label} at its ${formatRank(at)} percentile: ${formatValue(value, output.unit)}`;
}

/** Steps of a switch are no line. */
function isShown({ assumptions }: Summary, { input, values }: Line): boolean {
  const cases = assumptions.find(({ name }) => name === input)?.cases;
  return cases === undefined && values.every((value) => Number.isFinite(value));
}

function titleOf(summary: Summary, [top, second]: readonly Line[]): string {
  const { output } = subjectOf(summary);
  const show = (value: number): string => formatValue(value, output.unit);
  const { low, high, size } = swingOf(top!);
  const next = second && swingOf(second);
  const moves = `${lowerFirst(labelOf(summary, top!.input))} moves ${lowerFirst(output.label)} from ${show(low)} to ${show(high)} between its 10th and 90th percentile`;
  return next && next.size > NEARLY * size
    ? `One at a time, ${moves}, ${lowerFirst(labelOf(summary, second.input))} about as far`
    : `One at a time, ${moves}; nothing else moves it as far`;
}

function spec(summary: Summary, swings: Swings, lines: readonly Line[], variant: Variant): Spec {
  const { output } = subjectOf(summary);
  const { unit } = output;
  const axis = axisOver(lines.flatMap(({ values }) => values));
  const titled = axisTitle(axis, unit);
  const inset = {
    left: variant === "wide" ? 66 : 54,
    right: NAMES[variant],
    top: titled ? 26 : 8,
    bottom: axisRoom.titled,
  };
  const height = HEIGHT[variant];
  const width = plotWidth(variant, inset);
  const rows = lines.flatMap(({ values }, line) =>
    values.map((value, k): Point => ({ line: String(line), at: swings.percentiles[k]!, value })),
  );
  const x = percentileAxis(variant);
  const y = {
    ...horizontal({ axis, unit, variant, range: [height, 0], grid: true }, "value"),
    title: null,
  };
  const ends = nameRows(
    summary,
    lines,
    variant,
    (value) => height * (1 - position(axis, value)),
    height,
  );
  const others = rows.filter(({ line }) => line !== "0");
  const line = (color: string, strokeWidth: number) => ({ type: "line", color, strokeWidth });
  return chart(variant, height, inset, {
    layer: [
      {
        layer: [
          {
            ...data(others),
            mark: line(colours.bandInner, 1.75),
            encoding: { x, y, detail: { field: "line", type: "nominal" } },
          },
          {
            ...data(rows.filter((row) => row.line === "0")),
            mark: line(colours.profit, 3),
            encoding: { x, y },
          },
        ],
      },
      ...nameLayers(ends, width, height),
      ...(titled === undefined ? [] : [axisName(titled, variant)]),
    ],
    resolve: { scale: { y: "independent" } },
  });
}

/** Percentiles of an input, those named that have room. */
function percentileAxis(variant: Variant): Spec {
  return {
    ...{ field: "at", type: "quantitative", title: "Percentile of the input" },
    scale: { domain: [0.05, 0.95], nice: false },
    axis: {
      values: variant === "wide" ? [0.05, 0.25, 0.5, 0.75, 0.95] : [0.05, 0.5, 0.95],
      labelExpr: "'P' + round(100 * datum.value)",
      labelOverlap: false,
      grid: false,
    },
  };
}

/** The names of the lines at their right, each joined to its end. */
function nameLayers(
  ends: ReturnType<typeof nameRows>,
  width: number,
  height: number,
): readonly Spec[] {
  const scale = { domain: [height, 0], nice: false, zero: false };
  const pixels = { type: "quantitative", axis: null, scale };
  return [
    {
      ...data(ends),
      mark: { type: "rule", color: colours.rule, strokeWidth: 1 },
      encoding: {
        x: { value: width + 3 },
        x2: { value: width + 15 },
        y: { field: "from", ...pixels },
        y2: { field: "to" },
      },
    },
    {
      ...data(ends),
      mark: { type: "text", align: "left", baseline: "middle" },
      encoding: {
        x: { value: width + 18 },
        y: { field: "to", ...pixels },
        text: { field: "name", type: "nominal" },
      },
    },
  ];
}

function axisName(text: string, variant: Variant): Spec {
  return {
    ...data([{ text }]),
    mark: {
      type: "text",
      align: "left",
      baseline: "bottom",
      color: colours.mute,
      x: variant === "wide" ? -58 : -50,
      y: -10,
    },
    encoding: { text: { field: "text", type: "nominal" } },
  };
}

/** Where the name of each line stands: at its end, apart enough to be read. */
function nameRows(
  summary: Summary,
  lines: readonly Line[],
  variant: Variant,
  pixel: (value: number) => number,
  height: number,
) {
  const placed = lines
    .map(({ input, values }) => ({
      name: fitLabel(labelOf(summary, input), NAMES[variant] - 22),
      from: pixel(values.at(-1)!),
    }))
    .sort((a, b) => a.from - b.from);
  let above = -Infinity;
  const down = placed.map((row) => {
    above = Math.max(row.from, above + LINE);
    return { ...row, to: above };
  });
  let below = height + LINE / 2;
  return down.reverse().map((row) => {
    below = Math.min(row.to, below - LINE);
    return { ...row, to: below };
  });
}
