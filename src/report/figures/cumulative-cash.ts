import type { HorizonSummary } from "../../summary/horizon.js";
import type { Summary } from "../../summary/summary.js";
import { formatPayoff, formatValue } from "../format.js";
import { forYears, paybackSentence } from "../over-time-sentences.js";
import { plainText } from "../phrase.js";
import { axisOver } from "./axis.js";
import { type Fan, FAN_READING, fanChart, fanReading } from "./fan.js";
import type { Figure, Spec } from "./figure.js";
import { spreadCells, spreadTitles } from "./spread-cells.js";
import { colours, data } from "./theme.js";

/** The investment and what has come back of it, year by year, and when it is paid back. */
export function cumulativeCashFigure({ horizon }: Summary): Figure | undefined {
  if (!horizon) return undefined;
  const { cumulative, years } = horizon;
  const title = plainText(paybackSentence(horizon));
  const fan = fanOf(horizon);
  return {
    id: "13-cumulative-cash",
    title,
    caption: `Cash added up from the investment on, not discounted. ${FAN_READING}${paybackReading(horizon)} Vertical: US dollars.`,
    alt: `Bands of the cash added up over ${forYears(years.length)}. ${title}.`,
    wide: fanChart(fan, "wide"),
    narrow: fanChart(fan, "narrow"),
    reading: (row) => readingOf(fan, row),
    table: {
      columns: ["After year", ...spreadTitles(cumulative.unit)],
      rows: cumulative.years.map(({ year, cash }) => [String(year), ...spreadCells(cash)]),
    },
  };
}

function fanOf(horizon: HorizonSummary): Fan {
  const { years, unit } = horizon.cumulative;
  const ends = years.flatMap(({ cash: { p5, p95 } }) => [p5.value, p95.value]);
  return {
    points: years.map(({ year, cash }) => ({ at: year, spread: cash })),
    axis: axisOver([0, ...ends], false),
    unit,
    title: "Years of operation",
    more: (x, y) => paybackLayers(horizon, x, y),
  };
}

function readingOf(fan: Fan, row: object): string | undefined {
  const { at, text } = row as { readonly at: number; readonly text?: string };
  if ("cash" in row && text !== undefined) return `Half of futures are paid back within ${text}`;
  const told = fanReading(fan, row, (value) => formatPayoff(value, "USD"));
  return told && `${at === 0 ? "At the start" : `After year ${at}`}: ${told}`;
}

function paybackReading({ payback: { p10, p50, p90 } }: HorizonSummary): string {
  if (!Number.isFinite(p10.value)) return "";
  const bar = Number.isFinite(p90.value)
    ? "Bar: the middle 80% of paybacks"
    : "Bar: from when a tenth of futures are paid back";
  return Number.isFinite(p50.value) ? ` ${bar}; dot: the median.` : ` ${bar}.`;
}

/** The line at 0 and on it the middle 80% and the median of the payback, as far as these are seen. */
function paybackLayers(
  { payback, years }: HorizonSummary,
  x: Spec,
  y: (field: string) => Spec,
): readonly Spec[] {
  const at = (value: number): object => ({ at: value, cash: 0 });
  const zero: Spec = {
    ...data([at(0)]),
    mark: { type: "rule", color: colours.mute, strokeWidth: 1 },
    encoding: { y: y("cash") },
  };
  const { p10, p50, p90 } = payback;
  if (!Number.isFinite(p10.value)) return [zero];
  const end = Number.isFinite(p90.value) ? p90.value : years.length;
  const bar: Spec = {
    ...data([{ ...at(p10.value), end }]),
    mark: { type: "rule", color: colours.ink, strokeWidth: 4 },
    encoding: { x, x2: { field: "end" }, y: y("cash") },
  };
  if (!Number.isFinite(p50.value)) return [zero, bar];
  const left = p50.value > years.length / 2;
  const point = data([{ ...at(p50.value), text: formatValue(p50.value, "year") }]);
  return [
    ...[zero, bar],
    {
      ...point,
      mark: { type: "circle", color: colours.ink, size: 110, opacity: 1 },
      encoding: { x, y: y("cash") },
    },
    {
      ...point,
      mark: {
        type: "text",
        ...(left
          ? { align: "right", baseline: "bottom", dx: -8, dy: -6 }
          : { align: "left", baseline: "top", dx: 8, dy: 8 }),
      },
      encoding: { x, y: y("cash"), text: { field: "text", type: "nominal" } },
    },
  ];
}
