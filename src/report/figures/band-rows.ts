import type { BreakEven, OutputSummary } from "../../summary/summary.js";
import { formatNumber, formatValue } from "../format.js";
import { type Axis, isOn, position, valueAt } from "./axis.js";
import { fitLabel, textWidth } from "./fit-label.js";
import type { Variant } from "./theme.js";

/** An output of the figure with the prices that it is compared with. */
export interface Banded {
  readonly output: OutputSummary;
  readonly prices: readonly BreakEven[];
}

/** Heights in pixels: the line of a name, a bar with its surroundings, the line of its prices. */
const NAME = 24;
const BAR = 24;
const PRICES = 18;
const GAP = 8;
const NAME_SHARE = { wide: 0.7, narrow: 0.75 } as const;

/** Each output's band with the middle of its bar, in pixels from the top. */
export function bandRows(banded: readonly Banded[], axis: Axis) {
  const tops = topsOf(banded, axis);
  const rows = banded.map(({ output: { label, percentiles } }, k) => ({
    output: label,
    middle: tops[k]! + NAME + BAR / 2,
    ...Object.fromEntries(
      ["p1", "p5", "p25", "p50", "p75", "p95", "p99"].map((name) => [
        name,
        percentiles[name as "p1"]!.value,
      ]),
    ),
  }));
  return { rows, height: tops.at(-1)! };
}

/** Each output's name at the left and its median above its tick, or beside the name where they meet. */
export function nameRows(
  banded: readonly Banded[],
  axis: Axis,
  { width, unit, variant }: { width: number; unit: string; variant: Variant },
) {
  const tops = topsOf(banded, axis);
  return banded.map(({ output: { label, percentiles } }, k) => {
    const name = fitLabel(label, width * NAME_SHARE[variant]);
    const value = percentiles["p50"]!.value;
    const median = (variant === "wide" ? formatValue : formatNumber)(value, unit);
    const half = textWidth(median) / 2;
    const beside = Math.max(position(axis, value) * width, textWidth(name) + 10 + half);
    const pixel = Math.min(beside, width - half);
    return {
      name,
      start: axis.low,
      nameAt: tops[k]! + NAME / 2 + 2,
      median: pixel < beside && textWidth(name) + 10 + 2 * half > width ? "" : median,
      medianAt: valueAt(axis, pixel / width),
    };
  });
}

/** Prices with their names below the bar; a name that would meet another is left empty. */
export function priceRows(banded: readonly Banded[], axis: Axis, width: number) {
  const tops = topsOf(banded, axis);
  return banded.flatMap(({ prices }, k) => {
    const middle = tops[k]! + NAME + BAR / 2;
    let taken = -Infinity;
    return prices
      .filter(({ price }) => isOn(axis, price))
      .sort((a, b) => a.price - b.price)
      .map(({ against, price }) => {
        const label = fitLabel(against, 150);
        const half = textWidth(label) / 2;
        const at = position(axis, price) * width;
        const clamp = (pixel: number): number => Math.min(Math.max(pixel, half), width - half);
        const pixel = [clamp(at), clamp(at + half - 6)].find((middle) => middle - half > taken);
        if (pixel !== undefined) taken = pixel + half + 8;
        return {
          price,
          middle,
          name: pixel === undefined ? "" : label,
          nameX: valueAt(axis, (pixel ?? at) / width),
          nameY: middle + BAR / 2 + PRICES / 2 - 2,
        };
      });
  });
}

/** Where each row starts, and where the last one ends. */
function topsOf(banded: readonly Banded[], axis: Axis): readonly number[] {
  const tops = [0];
  for (const { prices } of banded) {
    const priced = prices.some(({ price }) => isOn(axis, price));
    tops.push(tops.at(-1)! + NAME + BAR + (priced ? PRICES : 0) + GAP);
  }
  return tops;
}
