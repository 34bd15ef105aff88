import type { HeatMap, HeatMapAxis } from "../../summary/heat-map.js";
import type { Summary } from "../../summary/summary.js";
import { stretches } from "../belief-sentence.js";
import { formatProbability, formatValue, lowerFirst } from "../format.js";
import { plainText } from "../phrase.js";
import { joined } from "../sentences.js";
import type { SweepAxis } from "../sweep-record.js";
import type { Figure, Spec } from "./figure.js";
import { heatLayers } from "./heat-cells.js";
import { labelOf, subjectOf } from "./subject.js";
import { withoutPercent } from "./sweep-heat-map.js";
import { axisRoom, chart, type Variant } from "./theme.js";

const HEIGHT = { wide: 340, narrow: 260 } as const;
const INSET = { left: 72, right: 14, top: 8, bottom: axisRoom.titled };

/** How likely the bet is won over the two inputs that move its odds most. */
export function heatMapFigure(summary: Summary): Figure | undefined {
  const { heatMap } = summary;
  if (!heatMap) return undefined;
  const [across, up] = [heatMap.across, heatMap.up].map((axis) => labelled(summary, axis)) as [
    SweepAxis,
    SweepAxis,
  ];
  const title = titleOf(summary, heatMap);
  const values = heatMap.odds.map(({ value }) => value);
  const texts = [formatProbability, withoutPercent];
  const drawn = (variant: Variant): Spec => {
    const size = { inset: INSET, height: HEIGHT[variant] };
    const layer = heatLayers({ up, across, values, odds: true, texts }, size, variant);
    return chart(variant, HEIGHT[variant], INSET, { layer });
  };
  const what = whatOf(summary, heatMap);
  return {
    id: "08-heat-map",
    title,
    caption: `Percent of futures in which ${what}, over the middle 90% of both inputs, the others free; dark line: even odds.${followingText(summary, heatMap)}`,
    alt: `Map over ${across.label} and ${up.label} of the share of futures in which ${what}. ${title}.`,
    wide: drawn("wide"),
    narrow: drawn("narrow"),
    reading: (row) => ("shown" in row ? readingOf(row as Cell, across, up) : undefined),
    table: {
      columns: [
        `${across.label}${unitText(across)}`,
        `${up.label}${unitText(up)}`,
        ...["Share of futures", "Low end of 95% interval", "High end"],
      ],
      rows: heatMap.odds.map(({ value, low, high }, k) => [
        across.values[k % across.values.length]!,
        up.values[Math.floor(k / across.values.length)]!,
        ...[value, low, high],
      ]),
    },
  };
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly shown: number | null;
}

function readingOf({ x, y, shown }: Cell, across: SweepAxis, up: SweepAxis): string {
  const at = ({ label, unit }: SweepAxis, value: number): string =>
    `${lowerFirst(label)} at ${formatValue(value, unit)}`;
  return `${formatProbability(shown ?? NaN)} of futures with ${at(across, x)} and ${at(up, y)}`;
}

function labelled(summary: Summary, axis: HeatMapAxis): SweepAxis {
  return { ...axis, label: labelOf(summary, axis.input) };
}

function unitText({ unit }: SweepAxis): string {
  return unit === "1" ? "" : ` (${unit})`;
}

function whatOf(summary: Summary, { against }: HeatMap): string {
  const { output, breakEven } = subjectOf(summary);
  const bet = breakEven.find((one) => one.against === against)!;
  const price = formatValue(bet.price, bet.unit);
  return `${lowerFirst(output.label)} is at or below ${against} (${price})`;
}

/** What even odds need of the first input with the second at its median. */
function titleOf(summary: Summary, heatMap: HeatMap): string {
  const { even, across, up, against } = heatMap;
  const bet = subjectOf(summary).breakEven.find((one) => one.against === against)!;
  const price = formatValue(bet.price, bet.unit);
  const first = lowerFirst(labelOf(summary, across.input));
  const given = `${lowerFirst(labelOf(summary, up.input))} at ${formatValue(even.given, up.unit)}`;
  switch (even.kind) {
    case "crosses": {
      const needed = plainText(stretches(even, "heatMap.even", across.unit));
      return `Even odds at ${price} need ${first} ${needed} with ${given}`;
    }
    case "always":
      return `With ${given}, odds at ${price} are better than even whatever ${first} is`;
    case "never":
      return `With ${given}, no value of ${first} makes even odds at ${price}: ${formatProbability(even.best.probability)} at best`;
  }
}

function followingText(summary: Summary, { following }: HeatMap): string {
  if (following.length === 0) return "";
  const names = joined(following.map((name) => lowerFirst(labelOf(summary, name))));
  return ` What is correlated with them follows: ${names}.`;
}
