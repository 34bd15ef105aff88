import type { SweepAxis } from "../sweep-record.js";
import type { Axis } from "./axis.js";
import type { Spec } from "./figure.js";
import { fitLabel, textWidth } from "./fit-label.js";
import { horizontal } from "./horizontal.js";
import type { Variant } from "./theme.js";

/** Pixels that the name of an axis may take, and what follows it where the axis is logarithmic. */
const NAME_WIDTH = { wide: 260, narrow: 235 } as const;
const LOG = ", logarithmic scale";

/** The encoding of a field along a swept input, under its name and unit. */
export function sweptEncoding(swept: SweepAxis, axis: Axis, field: string, variant: Variant): Spec {
  const { label, unit, log } = swept;
  const width = NAME_WIDTH[variant] - (log && variant === "narrow" ? textWidth(LOG) : 0);
  const name = fitLabel(unit === "1" ? label : `${label} (${unit})`, width);
  const title = log ? `${name}${LOG}` : name;
  return { ...horizontal({ axis, unit: "1", variant, grid: false }, field), title };
}

/** The places between which each value of an axis stands for what lies around it. */
export function edgesOf({ values, log }: SweepAxis): readonly number[] {
  const places = log ? values.map(Math.log) : values;
  const inner = places.slice(1).map((place, k) => (place + places[k]!) / 2);
  const [first, last] = [places[0]!, places.at(-1)!];
  const edges = [2 * first - inner[0]!, ...inner, 2 * last - inner.at(-1)!];
  return log ? edges.map(Math.exp) : edges;
}
