import type { HorizonSummary } from "../../summary/horizon.js";
import type { BreakEven, Summary } from "../../summary/summary.js";
import { formatProbability, formatValue, lowerFirst } from "../format.js";
import { oddsOverTime } from "../odds-over-time.js";
import { plainText } from "../phrase.js";
import { axisOver } from "./axis.js";
import { type Fan, FAN_READING, fanChart, fanReading } from "./fan.js";
import type { Figure } from "./figure.js";
import { axisTitle } from "./horizontal.js";
import { spreadCells, spreadTitles } from "./spread-cells.js";

/** The leading output and its price over the years of operation, where there are two or more. */
export function overTimeFigure(summary: Summary): Figure | undefined {
  const { horizon } = summary;
  if (!horizon || horizon.years.length < 2) return undefined;
  const { label, unit } = summary.outputs[horizon.output]!;
  const title = plainText(oddsOverTime(summary, horizon));
  const fan = fanOf(summary, horizon);
  const vertical = axisTitle(fan.axis, unit);
  return {
    id: "12-over-time",
    title,
    caption: `${label} by year of operation. ${FAN_READING}${pricesSentence(horizon)}${vertical === undefined ? "" : ` Vertical: ${vertical}.`}`,
    alt: `Bands of ${lowerFirst(label)} over ${horizon.years.length} years of operation. ${title}.`,
    wide: fanChart(fan, "wide"),
    narrow: fanChart(fan, "narrow"),
    reading: (row) => readingOf(fan, row),
    table: tableOf(horizon, fan, unit),
  };
}

function fanOf({ outputs, breakEven }: Summary, { output, against, years }: HorizonSummary): Fan {
  const stated = breakEven.find((one: BreakEven) => one.against === against);
  const prices = years.flatMap(({ price }) => price?.p50.value ?? stated?.price ?? []);
  const points = years.map(({ year, output: spread }) => ({ at: year, spread }));
  const ends = points.flatMap(({ spread: { p5, p95 } }) => [p5.value, p95.value]);
  return {
    ...{ points, axis: axisOver([...ends, ...prices]), unit: outputs[output]!.unit },
    title: "Year of operation",
    ...(prices.length > 0 ? { beside: { name: "Price", values: prices } } : {}),
  };
}

function readingOf(fan: Fan, row: object): string | undefined {
  const show = (value: number): string => formatValue(value, fan.unit);
  const { at, value } = row as { readonly at: number; readonly value?: number };
  const told = value === undefined ? fanReading(fan, row, show) : `price of ${show(value)}`;
  return told && `Year ${at}: ${told}`;
}

function pricesSentence({ years, against }: HorizonSummary): string {
  const moves = years.some(({ price }) => price && price.p5.value !== price.p95.value);
  if (moves) return " Dashed: the median price of the year.";
  if (years[0]?.price) return " Dashed: the price of the year.";
  return against === undefined ? "" : ` Dashed: the price of ${against}.`;
}

function tableOf({ years }: HorizonSummary, { beside }: Fan, unit: string): Figure["table"] {
  const priced = beside ? [`Price, median (${unit})`] : [];
  const odds = beside ? ["At or below it"] : [];
  return {
    columns: ["Year", ...spreadTitles(unit), ...priced, ...odds],
    rows: years.map(({ year, output, probability }, k) => [
      String(year),
      ...spreadCells(output),
      ...(beside ? [beside.values[k]!, formatProbability(probability!.value)] : []),
    ]),
  };
}
