import type { Interval } from "../../statistics/estimate.js";
import type { Spec } from "./figure.js";
import { fitLabel, textWidth } from "./fit-label.js";
import { chart, colours, data, type Inset, plotWidth, type Variant } from "./theme.js";
import { downFromTop } from "./down-from-top.js";

/** What a statistic is with an input in its lowest and in its highest tenth. */
export interface Bar {
  readonly label: string;
  readonly low: Interval;
  readonly high: Interval;
}

/** How bars are drawn: their axis on a range of pixels, their numbers, the statistic overall. */
export interface BarScale {
  readonly x: (field: string, range: readonly [number, number], variant: Variant) => Spec;
  readonly show: (value: number, variant: Variant) => string;
  /** Undefined where it is: then nothing marks it. */
  readonly baseline: number | undefined;
  readonly axisRoom: number;
}

/** Inputs shown; the others are folded into a sentence. */
export const BARS_MAX = 10;
const ROW = { wide: 28, narrow: 42 } as const;
const NAMES_MAX = 250;
/** From the end of a bar to its number. */
const GAP = 10;

/** Bars from low to high with both ends' numbers, names at the left or, where narrow, above. */
export function barChart(bars: readonly Bar[], scale: BarScale, variant: Variant): Spec {
  const beside = variant === "wide";
  const names = bars.map(({ label }) => fitLabel(label, beside ? NAMES_MAX : 280));
  const namesWidth = beside ? Math.max(...names.map(textWidth)) + 14 : 0;
  const inset = { left: 2 + namesWidth, right: 8, top: 4, bottom: scale.axisRoom };
  const height = bars.length * ROW[variant];
  const rows = bars.map((bar, k) => rowOf(bar, names[k]!, k, scale, variant));
  const range = barRange(rows, variant, inset);
  const x = (field: string): Spec => scale.x(field, range, variant);
  const y = downFromTop(height);
  return chart(variant, height, inset, {
    ...data(rows),
    layer: [
      ...(scale.baseline === undefined ? [] : [baselineLayer(x, y)]),
      {
        mark: { type: "bar", height: 6, color: colours.bandInner },
        encoding: { x: x("left"), x2: { field: "right" }, y: y("middle") },
      },
      endLayer("low", colours.paper, x, y),
      endLayer("high", colours.profit, x, y),
      numberLayer("left", x, y),
      numberLayer("right", x, y),
      {
        mark: {
          ...{ type: "text", align: "left", baseline: "middle", fontWeight: 600 },
          x: 0 - namesWidth,
        },
        encoding: { y: y("nameAt"), text: { field: "name", type: "nominal" } },
      },
    ],
  });
}

/** What a bar says. */
export function barReading(bars: readonly Bar[], { show }: BarScale, row: object): string {
  const { low, high, name } = row as Row;
  const bar = bars.find((one) => one.low.value === low && one.high.value === high);
  const label = bar?.label ?? name;
  return `${label}: ${show(low, "wide")} in its lowest tenth, ${show(high, "wide")} in its highest`;
}

type Row = ReturnType<typeof rowOf>;

function rowOf({ low, high }: Bar, name: string, k: number, scale: BarScale, variant: Variant) {
  const top = k * ROW[variant];
  const left = Math.min(low.value, high.value);
  const right = Math.max(low.value, high.value);
  const middle = top + (variant === "wide" ? ROW.wide / 2 : ROW.narrow - 13);
  return {
    name,
    nameAt: variant === "wide" ? middle : top + 13,
    middle,
    ...{ low: low.value, high: high.value, left, right },
    ...(scale.baseline === undefined ? {} : { baseline: scale.baseline }),
    leftText: scale.show(left, variant),
    rightText: scale.show(right, variant),
  };
}

/** The axis leaves room for the numbers at either end of it. */
function barRange(rows: readonly Row[], variant: Variant, inset: Inset): readonly [number, number] {
  const room = (texts: readonly string[]): number => Math.max(...texts.map(textWidth)) + GAP;
  return [
    room(rows.map(({ leftText }) => leftText)),
    plotWidth(variant, inset) - room(rows.map(({ rightText }) => rightText)),
  ];
}

type Encode = (field: string) => Spec;

/** The statistic overall, beside each bar; a rule through all of them would strike out text. */
function baselineLayer(x: Encode, y: Encode): Spec {
  return {
    mark: { type: "tick", color: colours.mute, thickness: 1.5, height: 18 },
    encoding: { x: x("baseline"), y: y("middle") },
  };
}

function endLayer(field: "low" | "high", fill: string, x: Encode, y: Encode): Spec {
  const stroke = { stroke: colours.profit, strokeWidth: 2 };
  return {
    mark: { type: "point", size: 60, opacity: 1, filled: true, fill, ...stroke },
    encoding: { x: x(field), y: y("middle") },
  };
}

function numberLayer(end: "left" | "right", x: Encode, y: Encode): Spec {
  return {
    mark: {
      type: "text",
      align: end === "left" ? "right" : "left",
      baseline: "middle",
      dx: end === "left" ? -9 : 9,
      color: colours.mute,
    },
    encoding: { x: x(end), y: y("middle"), text: { field: `${end}Text`, type: "nominal" } },
  };
}
