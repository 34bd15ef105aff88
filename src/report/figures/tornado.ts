import type { Summary } from "../../summary/summary.js";
import { formatNumber, formatValue, lowerFirst } from "../format.js";
import { axisOver } from "./axis.js";
import { type Bar, barChart, barReading, BARS_MAX, type BarScale } from "./driver-bars.js";
import type { Figure } from "./figure.js";
import { axisTitle, horizontal } from "./horizontal.js";
import { leads, longestFirst, swing } from "./leading-bar.js";
import { othersSentence } from "./others-sentence.js";
import { labelOf, type Subject, subjectOf } from "./subject.js";
import { axisRoom } from "./theme.js";

/** How far the median moves between each input's lowest and highest tenth. */
export function tornadoFigure(summary: Summary): Figure | undefined {
  const subject = subjectOf(summary);
  const { output, drivers } = subject;
  const bars = longestFirst(
    drivers.map(({ input, low, high }) => ({ label: labelOf(summary, input), low, high })),
  );
  const shown = bars.slice(0, BARS_MAX);
  if (!shown[0] || swing(shown[0]) === 0) return undefined;
  const title = titleOf(subject, bars);
  const scale = scaleOf(subject, shown);
  const middle =
    scale.baseline === undefined ? "" : "; the short line is the median over all futures";
  const of = `median of ${lowerFirst(output.label)}`;
  return {
    id: "04-tornado",
    title,
    caption: `The ${of} with each input in its lowest tenth (open dot) and in its highest tenth (full dot), the others free${middle}.${othersSentence(bars)}`,
    alt: `Bars of how far each input moves the ${of}. ${title}.`,
    wide: barChart(shown, scale, "wide"),
    narrow: barChart(shown, scale, "narrow"),
    reading: (row) => barReading(shown, scale, row),
    table: {
      columns: [
        "Input",
        `Median with the input low (${output.unit})`,
        `Median with the input high (${output.unit})`,
      ],
      rows: bars.map(({ label, low, high }) => [label, low.value, high.value]),
    },
  };
}

function titleOf({ output }: Subject, bars: readonly Bar[]): string {
  const [top, second] = bars;
  const low = formatValue(top!.low.value, output.unit);
  const high = formatValue(top!.high.value, output.unit);
  const what = lowerFirst(output.label);
  if (low === high) return `No input moves ${what} visibly: it stays at ${low} at the median`;
  if (!second) return `${top!.label} moves ${what} from ${low} to ${high} at the median`;
  if (leads(bars)) {
    return `${top!.label} moves ${what} most: from ${low} to ${high} at the median`;
  }
  return `No input stands clear: ${lowerFirst(top!.label)} moves ${what} from ${low} to ${high} at the median, ${lowerFirst(second.label)} about as far`;
}

function scaleOf({ output }: Subject, bars: readonly Bar[]): BarScale {
  const median = output.percentiles["p50"]!.value;
  const axis = axisOver([median, ...bars.flatMap(({ low, high }) => [low.value, high.value])]);
  const { unit } = output;
  return {
    x: (field, range, variant) => horizontal({ axis, unit, variant, range, grid: false }, field),
    show: (value, variant) =>
      variant === "wide" ? formatValue(value, unit) : formatNumber(value, unit),
    baseline: Number.isFinite(median) ? median : undefined,
    axisRoom: axisTitle(axis, unit) === undefined ? axisRoom.plain : axisRoom.titled,
  };
}
