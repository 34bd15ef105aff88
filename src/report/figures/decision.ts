import type { Driver } from "../../sensitivity/drivers.js";
import type { BreakEven, Summary } from "../../summary/summary.js";
import { formatProbability, formatValue, lowerFirst } from "../format.js";
import { shareOrBound } from "../never-seen.js";
import { plainText } from "../phrase.js";
import { type Bar, barChart, barReading, BARS_MAX } from "./driver-bars.js";
import type { Figure, Spec } from "./figure.js";
import { leads, longestFirst, swing } from "./leading-bar.js";
import { othersSentence } from "./others-sentence.js";
import { labelOf, openBet, type Subject, subjectOf } from "./subject.js";
import { axisRoom, type Variant } from "./theme.js";

/** Odds that move by less than a point are not worth a chart. */
const SWING_MIN = 0.01;

/** How far the probability of breaking even moves between each input's lowest and highest tenth. */
export function decisionFigure(summary: Summary): Figure | undefined {
  const subject = subjectOf(summary);
  const bet = openBet(subject);
  if (!bet) return undefined;
  const bars = longestFirst(
    subject.drivers.flatMap((driver) => barOf(summary, driver, bet.against)),
  );
  const shown = bars.slice(0, BARS_MAX);
  if (!shown[0] || swing(shown[0]) < SWING_MIN) return undefined;
  const title = titleOf(subject, bet, bars);
  const scale = {
    ...{ x, show: formatProbability, axisRoom: axisRoom.plain },
    baseline: bet.probability.value,
  };
  const what = `share of futures in which ${lowerFirst(subject.output.label)} is at or below ${bet.against} (${formatValue(bet.price, bet.unit)})`;
  return {
    id: "05-decision",
    title,
    caption: `The ${what}, with each input in its lowest tenth (open dot) and in its highest tenth (full dot), the others free; the short line is the share of all futures.${othersSentence(bars)}`,
    alt: `Bars of how far each input moves the ${what}. ${title}.`,
    wide: barChart(shown, scale, "wide"),
    narrow: barChart(shown, scale, "narrow"),
    reading: (row) => barReading(shown, scale, row),
    table: {
      columns: [
        "Input",
        `At or below ${bet.against} with the input low`,
        `At or below ${bet.against} with the input high`,
      ],
      rows: bars.map(({ label, low, high }) => [label, low.value, high.value]),
    },
  };
}

function barOf(summary: Summary, driver: Driver, against: string): readonly Bar[] {
  const found = driver.breakEven.find((comparison) => comparison.against === against);
  if (!found) return [];
  return [{ label: labelOf(summary, driver.input), low: found.low, high: found.high }];
}

function titleOf(subject: Subject, bet: BreakEven, bars: readonly Bar[]): string {
  const [top, second] = bars;
  const price = formatValue(bet.price, bet.unit);
  const happens = subject.isTokenCost
    ? `${price} suffices`
    : `${lowerFirst(subject.output.label)} is at or below ${price}`;
  const [low, high] = [top!.low, top!.high].map((share) => plainText(shareOrBound(share)));
  const range = `${happens} in ${low} of futures in its lowest tenth, ${high} in its highest`;
  if (!leads(bars)) {
    return `No input stands clear: with ${lowerFirst(top!.label)}, ${range}; ${lowerFirst(second!.label)} moves the odds about as far`;
  }
  const turns = (top!.low.value - 0.5) * (top!.high.value - 0.5) < 0;
  return `${top!.label} ${turns ? "decides the bet" : "moves the odds most"}: ${range}`;
}

function x(field: string, range: readonly [number, number], variant: Variant): Spec {
  return {
    field,
    type: "quantitative",
    scale: { domain: [0, 1], range },
    title: null,
    axis: { format: ".0%", tickCount: variant === "wide" ? 5 : 3, grid: false },
  };
}
