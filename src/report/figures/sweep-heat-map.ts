import { formatProbability, formatValue } from "../format.js";
import type { SweepAxis, SweepRecord } from "../sweep-record.js";
import { suffices, sweepTitle } from "../sweep-sentence.js";
import type { Figure, Spec } from "./figure.js";
import { heatLayers } from "./heat-cells.js";
import { pictureTitle, TITLE_ROOM } from "./picture-title.js";
import { axisRoom, chart, type Variant } from "./theme.js";

const HEIGHT = { wide: 420, narrow: 280 } as const;
const INSET = { left: 72, right: 14, top: TITLE_ROOM, bottom: axisRoom.titled };

/** A map over two inputs: how likely the first price suffices, or the median where there is none. */
export function sweepHeatMap(record: SweepRecord): Figure {
  const { axes, points, prices, unit, label } = record;
  const [up, across] = axes as [SweepAxis, SweepAxis];
  const odds = prices.length > 0;
  const title = sweepTitle(record);
  const caption = odds
    ? `Share of futures in which ${suffices(record)}. Dark line: even odds.`
    : `${label} at the median. Darker is more.`;
  const values = points.map(({ breakEven: [bet], p50 }) => (bet ? bet.value : p50.value));
  const texts = odds
    ? [formatProbability, withoutPercent]
    : [(value: number) => formatValue(value, unit)];
  const drawn = (variant: Variant): Spec => {
    const size = { inset: INSET, height: HEIGHT[variant] };
    return chart(variant, HEIGHT[variant], INSET, {
      title: pictureTitle({ title, caption }, variant),
      layer: heatLayers({ up, across, values, odds, texts }, size, variant),
    });
  };
  return {
    id: "sweep",
    title,
    caption,
    alt: `Map over ${across.label} and ${up.label}. ${title}.`,
    wide: drawn("wide"),
    narrow: drawn("narrow"),
    table: {
      columns: [up.label, across.label, odds ? "Share of futures" : `Median (${unit})`],
      rows: points.map(({ at }, k) => [at[0]!, at[1]!, values[k]!]),
    },
  };
}

/** A probability in percent without its sign, for cells that have no room for it. */
export function withoutPercent(probability: number): string {
  return formatProbability(probability).replace("%", "");
}
