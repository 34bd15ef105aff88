import type { Spread } from "../../comparison/spread.js";
import { type Axis, isNear, position } from "../figures/axis.js";
import type { Figure, Spec } from "../figures/figure.js";
import { fitLabel, textWidth } from "../figures/fit-label.js";
import { axisTitle, horizontal } from "../figures/horizontal.js";
import { axisRoom, chart, colours, data, plotWidth, type Variant } from "../figures/theme.js";
import { formatValue, lowerFirst } from "../format.js";
import { joined } from "../sentences.js";
import type { AxisPrice, AxisRow, SharedAxis } from "./axis-rows.js";
import { placeFlags } from "./price-flags.js";
import { spreadSentence } from "./spread-sentence.js";
import { downFromTop } from "../figures/down-from-top.js";

const ROW = { wide: 28, narrow: 42 } as const;
const NAMES_MAX = { wide: 300, narrow: 280 } as const;
const LABEL_MAX = { wide: 260, narrow: 120 } as const;
/** Room at the right of the axis for the label of the last price. */
const RESERVE_MAX = { wide: 150, narrow: 60 } as const;
const MARGIN = 0.02;

/** Every scenario of a batch by one row: its band or its point, with the market's prices as rules. */
export function oneAxisFigure(shared: SharedAxis, spread: Spread | undefined): Figure {
  const { rows, unit } = shared;
  const axis = axisOf(shared);
  const title = spreadSentence(shared, spread);
  const prices = shared.prices.filter(({ price }) => price >= axis.low && price <= axis.high);
  const caption = captionOf(shared, prices.length > 0, spread !== undefined);
  return {
    id: "one-axis",
    title,
    caption,
    alt: `One row for each of ${rows.length} scenarios on one axis. ${title}.`,
    wide: spec({ ...shared, prices }, axis, "wide"),
    narrow: spec({ ...shared, prices }, axis, "narrow"),
    table: {
      columns: [
        "Scenario",
        ...["p5", "p25", "p50", "p75", "p95"].map((name) => `${name} (${unit})`),
      ],
      rows: rows.map(({ title: name, p5, p25, p50, p75, p95 }) => [name, p5, p25, p50, p75, p95]),
    },
  };
}

function captionOf({ rows, leftOut }: SharedAxis, priced: boolean, split: boolean): string {
  const labels = [...new Set(rows.map(({ label }) => lowerFirst(label)))];
  const others = leftOut === 1 ? "1 report is" : `${leftOut} reports are`;
  return [
    "Bands hold 90% (light) and 50% (dark) of futures, the line is the median; a dot is a scenario without uncertainty.",
    ...(labels.length > 1 ? [`Each row is what its report leads with: ${joined(labels)}.`] : []),
    ...(priced ? ["Rules are the prices that scenarios are compared with."] : []),
    ...(split
      ? [
          "Shares are of the variance of the answer's logarithm with every input at its median, each factor taking its value in every scenario independently of the others.",
        ]
      : []),
    ...(leftOut > 0 ? [`${others} measured otherwise and left out.`] : []),
  ].join(" ");
}

/** Logarithmic over all bands, stretched to prices that lie near. */
function axisOf({ rows, prices }: SharedAxis): Axis {
  const over = (values: readonly number[]): Axis => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const margin = Math.exp(Math.max(MARGIN * Math.log(high / low), 0.05));
    return { log: true, low: low / margin, high: high * margin };
  };
  const ends = rows.flatMap(({ p5, p95 }) => [p5, p95]);
  const reach = over(ends);
  return over([
    ...ends,
    ...prices.map(({ price }) => price).filter((price) => isNear(reach, price)),
  ]);
}

function spec({ rows, prices, unit }: SharedAxis, axis: Axis, variant: Variant): Spec {
  const beside = variant === "wide";
  const names = rows.map(({ title }) => fitLabel(title, NAMES_MAX[variant]));
  const namesWidth = beside ? Math.max(...names.map(textWidth)) + 14 : 0;
  const bottom = axisTitle(axis, unit) === undefined ? axisRoom.plain : axisRoom.titled;
  const inset = { left: 2 + namesWidth, right: 4, top: 4, bottom };
  const width = plotWidth(variant, inset);
  const { range, flags, flagsHeight } = layout(prices, axis, { variant, unit, width });
  const height = flagsHeight + rows.length * ROW[variant];
  const x = (field: string): Spec => horizontal({ axis, unit, variant, range }, field);
  const y = downFromTop(height);
  const drawn = rows.map(({ p5, p25, p50, p75, p95, uncertain }, k) => {
    const top = flagsHeight + k * ROW[variant];
    const middle = beside ? top + ROW.wide / 2 : top + ROW.narrow - 12;
    const nameAt = beside ? middle : top + 14;
    return { name: names[k]!, p5, p25, p50, p75, p95, uncertain, middle, nameAt };
  });
  return chart(variant, height, inset, {
    layer: [
      ...ruleLayers(
        flags.map((flag) => ({ ...flag, bottom: height })),
        x,
        y,
      ),
      ...bandLayers(drawn, x, y),
      // Where names stand among the rules, a rim of paper keeps these off the letters.
      ...(beside ? [] : [nameLayer(drawn, y, namesWidth, RIM)]),
      nameLayer(drawn, y, namesWidth, {}),
    ],
  });
}

/** Leaves room at the right for the label of a price that stands there. */
function layout(
  prices: readonly AxisPrice[],
  axis: Axis,
  { variant, unit, width }: { variant: Variant; unit: string; width: number },
) {
  const amountOf = (price: number): string =>
    variant === "wide" ? ` ${formatValue(price, unit).replace(/\/.*/, "")}` : "";
  const last = prices.at(-1);
  const wanted = last ? textWidth(`${last.name}${amountOf(last.price)}`) + 10 : 0;
  const left = last ? (1 - position(axis, last.price)) * width : 0;
  const end = width - Math.min(Math.max(0, wanted - left), RESERVE_MAX[variant]);
  const marks = prices.map(({ name, price }) => {
    return { x: 2 + position(axis, price) * (end - 2), name, amount: amountOf(price) };
  });
  const { flags, height } = placeFlags(marks, LABEL_MAX[variant], width);
  return {
    range: [2, end] as const,
    flagsHeight: height === 0 ? 0 : height + 6,
    flags: flags.map(({ text, y }, k) => ({ text, at: y, price: prices[k]!.price })),
  };
}

const RIM = { stroke: colours.paper, strokeWidth: 4, fill: colours.paper } as const;

function nameLayer(drawn: readonly object[], y: Encode, width: number, mark: Spec): Spec {
  return {
    ...data(drawn),
    mark: { type: "text", align: "left", baseline: "middle", x: 0 - width, ...mark },
    encoding: { y: y("nameAt"), text: { field: "name", type: "nominal" } },
  };
}

type Encode = (field: string) => Spec;

function ruleLayers(flags: readonly object[], x: Encode, y: Encode): readonly Spec[] {
  if (flags.length === 0) return [];
  return [
    {
      ...data(flags),
      mark: { type: "rule", color: colours.mute, strokeWidth: 1, strokeDash: [3, 3] },
      encoding: { x: x("price"), y: y("at"), y2: { field: "bottom" } },
    },
    {
      ...data(flags),
      mark: { type: "text", align: "left", baseline: "middle", dx: 4, color: colours.mute },
      encoding: { x: x("price"), y: y("at"), text: { field: "text", type: "nominal" } },
    },
  ];
}

function bandLayers(
  drawn: readonly (Pick<AxisRow, "uncertain"> & object)[],
  x: Encode,
  y: Encode,
): readonly Spec[] {
  const bands = drawn.filter(({ uncertain }) => uncertain);
  const points = drawn.filter(({ uncertain }) => !uncertain);
  const band = (low: string, high: string, color: string): Spec => ({
    ...data(bands),
    mark: { type: "bar", height: 11, color },
    encoding: { x: x(low), x2: { field: high }, y: y("middle") },
  });
  return [
    band("p5", "p95", colours.bandMiddle),
    band("p25", "p75", colours.bandInner),
    {
      ...data(bands),
      mark: { type: "tick", color: colours.ink, thickness: 2.5, height: 17 },
      encoding: { x: x("p50"), y: y("middle") },
    },
    {
      ...data(points),
      mark: { type: "circle", size: 70, color: colours.ink, opacity: 1 },
      encoding: { x: x("p50"), y: y("middle") },
    },
  ];
}
