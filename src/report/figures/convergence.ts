import type { Convergence, Stage } from "../../summary/convergence.js";
import type { Summary } from "../../summary/summary.js";
import type { Interval } from "../../statistics/estimate.js";
import { formatCount, formatProbabilityFine, formatValue, lowerFirst } from "../format.js";
import { axisOver } from "./axis.js";
import type { Figure, Spec } from "./figure.js";
import { subjectOf } from "./subject.js";
import { axisRoom, chart, colours, data, type Variant } from "./theme.js";

const HEIGHT = 170;
const INSET = { left: 64, right: 24, top: 8, bottom: axisRoom.titled };

/** How the answer settled as draws were added. */
export function convergenceFigure(summary: Summary): Figure | undefined {
  const { convergence } = summary;
  const { output, uncertain } = subjectOf(summary);
  if (!convergence || !uncertain || output.undefined > 0) return undefined;
  const shown = shownOf(summary, convergence);
  const title = titleOf(shown);
  return {
    id: "11-convergence",
    title,
    caption: `${shown.what} from the first draws of the run, with the 95% interval of the simulation error; the line is the result of all of them.`,
    alt: `Dots with intervals for growing numbers of draws. ${title}.`,
    wide: spec(shown, "wide"),
    narrow: spec(shown, "narrow"),
    reading: (row) => ("draws" in row ? readingOf(shown, row as Shown["rows"][number]) : undefined),
    table: {
      columns: ["Draws", shown.what, "95% interval from", "to"],
      rows: shown.rows.map(({ draws, value, low, high }) => [
        formatCount(draws),
        ...[value, low, high].map(shown.show),
      ]),
    },
  };
}

/** What is followed: the probability of the first price, else the median. */
interface Shown {
  readonly what: string;
  readonly rows: readonly (Interval & { readonly draws: number })[];
  readonly show: (value: number) => string;
  readonly format: string;
}

function shownOf({ outputs, breakEven }: Summary, { output, against, stages }: Convergence): Shown {
  const { label, unit } = outputs[output]!;
  const price = breakEven.find((comparison) => comparison.against === against);
  const rows = (pick: (stage: Stage) => Interval): Shown["rows"] =>
    stages.map((stage) => ({ draws: stage.draws, ...pick(stage) }));
  if (!price) {
    return {
      what: `Median of ${lowerFirst(label)}`,
      rows: rows(({ median }) => median),
      show: (value) => formatValue(value, unit),
      format: "~s",
    };
  }
  return {
    what: `Share of futures in which ${price.against} (${formatValue(price.price, price.unit)}) suffices`,
    rows: rows(({ probability }) => probability!),
    show: formatProbabilityFine,
    format: ".1%",
  };
}

function readingOf({ show }: Shown, { draws, value, low, high }: Shown["rows"][number]): string {
  return `${formatCount(draws)} draws: ${show(value)} (${show(low)} to ${show(high)})`;
}

function titleOf({ what, rows, show }: Shown): string {
  const [half, all] = [rows.at(-2)!, rows.at(-1)!];
  const [from, to] = [show(all.low), show(all.high)];
  const range = from === to ? "" : ` (${from} to ${to})`;
  return `${what}: ${show(all.value)}${range} after ${formatCount(all.draws)} draws; half of them gave ${show(half.value)}`;
}

function spec({ rows, format }: Shown, variant: Variant): Spec {
  const all = rows.at(-1)!;
  const axis = axisOver(
    rows.flatMap(({ low, high }) => [low, high]),
    false,
  );
  const counts = rows.map(({ draws }) => draws);
  const ticks =
    variant === "wide" ? counts : counts.filter((_, k) => (counts.length - k) % 2 === 1);
  const x = {
    field: "draws",
    type: "quantitative",
    scale: { type: "log", domain: [counts[0]! / 1.2, counts.at(-1)! * 1.2], nice: false },
    title: "Draws (logarithmic scale)",
    axis: { values: ticks, format: ",d", grid: false, labelBound: false },
  };
  const y = (field: string): Spec => ({
    field,
    type: "quantitative",
    scale: { domain: [axis.low, axis.high], nice: false, zero: false },
    title: null,
    axis: { format, tickCount: 4, grid: true },
  });
  return chart(variant, HEIGHT, INSET, {
    layer: [
      {
        ...data([{ value: all.value }]),
        mark: { type: "rule", color: colours.mute, strokeDash: [4, 3] },
        encoding: { y: y("value") },
      },
      {
        ...data(rows),
        mark: { type: "rule", color: colours.profit, strokeWidth: 2 },
        encoding: { x, y: y("low"), y2: { field: "high" } },
      },
      {
        ...data(rows),
        mark: { type: "circle", color: colours.profit, size: 60, opacity: 1 },
        encoding: { x, y: y("value") },
      },
    ],
  });
}
