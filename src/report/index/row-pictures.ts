import { type Markup, trusted } from "../escape.js";
import { type Axis, position } from "../figures/axis.js";
import type { IndexRow } from "./index-row.js";

const BAND = { width: 150, height: 22 } as const;
const TREND = { width: 72, height: 20 } as const;
/** Changes smaller than this, in points of chance or as a ratio, leave a trend nearly level. */
const TREND_SPAN_MIN = 0.1;

/** The 90% interval and the median on the axis of their unit; undefined where it has no place. */
export function bandPicture(axis: Axis | undefined, row: IndexRow): Markup | undefined {
  const { p5, median, p95 } = row;
  if (!axis || !(p5.value > 0) || !(axis.low < axis.high)) return undefined;
  if (!Number.isFinite(p95.value)) return undefined;
  const { width, height } = BAND;
  const at = ({ value }: { value: number }): string =>
    (4 + position(axis, value) * (width - 8)).toFixed(1);
  return trusted(
    `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">` +
      `<path d="M0 11H${width}" stroke="var(--rule)"/>` +
      `<path d="M${at(p5)} 11H${at(p95)}" stroke="var(--bandInner)" stroke-width="8"/>` +
      `<path d="M${at(median)} 3V19" stroke="var(--ink)" stroke-width="2.5"/></svg>`,
  );
}

/** The runs of a scenario as a line, the latest as a dot; undefined below two runs. */
export function trendPicture({ trend, excess }: IndexRow): Markup | undefined {
  const scaled = trend.map(({ value }) => (excess ? value : Math.log(value)));
  if (scaled.length < 2 || !scaled.every(Number.isFinite)) return undefined;
  const { width, height } = TREND;
  const low = Math.min(...scaled);
  const high = Math.max(...scaled);
  const span = Math.max(high - low, TREND_SPAN_MIN);
  const middle = (low + high) / 2;
  const points = scaled.map((value, k) => {
    const x = 3 + (k / (scaled.length - 1)) * (width - 6);
    const y = height / 2 - ((value - middle) / span) * (height - 6);
    return [x.toFixed(1), y.toFixed(1)] as const;
  });
  const [x, y] = points.at(-1)!;
  return trusted(
    `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">` +
      `<polyline points="${points.map((point) => point.join(",")).join(" ")}" fill="none" stroke="var(--mute)" stroke-width="1.5"/>` +
      `<circle cx="${x}" cy="${y}" r="2.5" fill="var(--ink)"/></svg>`,
  );
}
