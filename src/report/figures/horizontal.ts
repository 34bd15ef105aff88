import type { Axis } from "./axis.js";
import type { Spec } from "./figure.js";
import type { Variant } from "./theme.js";

/** How a value axis is drawn. */
export interface Horizontal {
  readonly axis: Axis;
  readonly unit: string;
  readonly variant: Variant;
  /** Pixels from the plot's left edge at which the axis begins and ends; all of it by default. */
  readonly range?: readonly [number, number];
  readonly grid?: boolean;
}

/** Millions and more are shortened, for a label as wide as its neighbours' distance helps nobody. */
const TICK_LABEL =
  "abs(datum.value) >= 1e15 ? format(datum.value, '~e') : " +
  "abs(datum.value) >= 1e6 ? replace(format(datum.value, '~s'), 'G', 'B') : datum.label";

/** The horizontal encoding of a field on an axis, with ticks at round values. */
export function horizontal(drawn: Horizontal, field: string): Spec {
  const { axis, unit, variant, range, grid = true } = drawn;
  return {
    field,
    type: "quantitative",
    scale: {
      ...(axis.log ? { type: "log" } : { type: "linear", zero: false }),
      domain: [axis.low, axis.high],
      nice: false,
      ...(range ? { range } : {}),
    },
    title: axisTitle(axis, unit) ?? null,
    axis: {
      ...(axis.log
        ? { values: logTicks(axis, variant), format: ",~g" }
        : { tickCount: variant === "wide" ? 6 : 4 }),
      labelExpr: TICK_LABEL,
      labelBound: 8,
      grid,
    },
  };
}

/** What stands below an axis: its unit, and that it is logarithmic where it is. */
export function axisTitle({ log }: Axis, unit: string): string | undefined {
  const name = unitName(unit);
  if (!log) return name === "" ? undefined : name;
  return name === "" ? "logarithmic scale" : `${name} (logarithmic scale)`;
}

function unitName(unit: string): string {
  if (unit === "1") return "";
  if (unit === "USD") return "US dollars";
  return unit.startsWith("USD/") ? `$${unit.slice(3)}` : unit;
}

/** 1, 2 and 5 of each decade where few decades are shown, 1 of every so many where many are. */
function logTicks({ low, high }: Axis, variant: Variant): readonly number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const decades = (last - first) * (variant === "wide" ? 1 : 1.6);
  const steps = decades > 5.5 ? [1] : decades > 3.2 ? [1, 3] : [1, 2, 5];
  const every = Math.max(1, Math.round(decades / 10));
  const ticks: number[] = [];
  for (let decade = Math.ceil(first / every) * every; decade <= last; decade += every) {
    for (const step of steps) ticks.push(Number(`${step}e${decade}`));
  }
  return ticks.filter((tick) => low <= tick && tick <= high);
}
