import { formatValue } from "../format.js";
import type { SweepAxis, SweepRecord } from "../sweep-record.js";
import { sweepTitle } from "../sweep-sentence.js";
import { axisOver, isNear, isOn } from "./axis.js";
import type { Figure, Spec } from "./figure.js";
import { fitLabel } from "./fit-label.js";
import { axisTitle, horizontal } from "./horizontal.js";
import { pictureTitle, TITLE_ROOM } from "./picture-title.js";
import { sweptEncoding } from "./sweep-axis.js";
import { axisRoom, chart, colours, data, plotWidth, type Variant } from "./theme.js";

const HEIGHT = { wide: 380, narrow: 260 } as const;
const INSET = { left: 58, right: 14, top: TITLE_ROOM, bottom: axisRoom.titled };
const PRICE_WIDTH = 200;

/** The band and the median of an output along one input, with the prices it is held against. */
export function sweepBands(record: SweepRecord): Figure {
  const { points, prices, unit, label } = record;
  const [swept] = record.axes as [SweepAxis];
  const title = sweepTitle(record);
  const vertical = axisTitle(verticalAxis(record), unit);
  const measured = vertical === undefined ? "" : ` Vertical: ${vertical}.`;
  const ruled = prices.length > 0 ? " Dashed: prices." : "";
  const caption = `Band: nine futures of ten. Line: the median.${ruled}${measured}`;
  const drawn = (variant: Variant): Spec => spec(record, { title, caption }, variant);
  return {
    id: "sweep",
    title,
    caption,
    alt: `Band of ${label} along ${swept.label}. ${title}.`,
    wide: drawn("wide"),
    narrow: drawn("narrow"),
    table: {
      columns: [swept.label, "p5", "p50", "p95"],
      rows: points.map(({ at, p5, p50, p95 }) => [at[0]!, p5.value, p50.value, p95.value]),
    },
  };
}

/** Over the bands and the prices near them. */
function verticalAxis({ points, prices }: SweepRecord): ReturnType<typeof axisOver> {
  const ends = points.flatMap(({ p5, p95 }) => [p5.value, p95.value]);
  const reach = axisOver(ends);
  const near = prices.map(({ price }) => price).filter((price) => isNear(reach, price));
  return axisOver([...ends, ...near], reach.log);
}

function spec(
  record: SweepRecord,
  words: { readonly title: string; readonly caption: string },
  variant: Variant,
): Spec {
  const { points, unit } = record;
  const [swept] = record.axes as [SweepAxis];
  const { values, log } = swept;
  const along = { log, low: values[0]!, high: values.at(-1)! };
  const axis = verticalAxis(record);
  const rows = points
    .map(({ at, p5, p50, p95 }) => ({ x: at[0]!, low: p5.value, mid: p50.value, high: p95.value }))
    .filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  const x = sweptEncoding(swept, along, "x", variant);
  const y = (field: string): Spec => ({
    ...horizontal({ axis, unit, variant, grid: true }, field),
    title: null,
    stack: null,
  });
  return chart(variant, HEIGHT[variant], INSET, {
    title: pictureTitle(words, variant),
    layer: [
      {
        ...data(rows),
        mark: { type: "area", color: colours.bandMiddle },
        encoding: { x, y: y("low"), y2: { field: "high" } },
      },
      {
        ...data(rows),
        mark: {
          type: "line",
          color: colours.profit,
          strokeWidth: 2.5,
          point: { size: 30, color: colours.profit },
        },
        encoding: { x, y: y("mid") },
      },
      ...priceLayers(record, axis, y, variant),
    ],
  });
}

function priceLayers(
  { prices, unit }: SweepRecord,
  axis: ReturnType<typeof axisOver>,
  y: (field: string) => Spec,
  variant: Variant,
): readonly Spec[] {
  const rows = prices
    .filter(({ price }) => isOn(axis, price))
    .map(({ against, price }) => {
      const amount = formatValue(price, unit);
      const text = against === undefined ? amount : `${against}, ${amount}`;
      return { price, text: fitLabel(text, PRICE_WIDTH) };
    });
  if (rows.length === 0) return [];
  return [
    {
      ...data(rows),
      mark: { type: "rule", color: colours.ink, strokeDash: [5, 4], strokeWidth: 1 },
      encoding: { y: y("price") },
    },
    {
      ...data(rows),
      mark: { type: "text", align: "right", baseline: "bottom", dy: -3 },
      encoding: {
        x: { value: plotWidth(variant, INSET) - 4 },
        y: y("price"),
        text: { field: "text", type: "nominal" },
      },
    },
  ];
}
