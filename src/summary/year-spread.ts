import type { Column } from "../statistics/column.js";
import { isFiniteInterval } from "../statistics/is-finite-interval.js";
import type { Interval } from "../statistics/estimate.js";
import { percentilesOf } from "../statistics/percentile.js";
import { probabilityAtOrBelow } from "../statistics/probability.js";
import { exactly } from "./drawn-output.js";

/** The percentiles that a fan of 50, 80 and 90% needs. */
export const SPREAD = [5, 10, 25, 50, 75, 90, 95] as const;

/** Percentiles of one year, or of all years together. */
export type YearSpread = Readonly<Record<`p${(typeof SPREAD)[number]}`, Interval>>;

/** The percentiles of a column; values above every number are infinite. */
export function spreadOver(column: Column): YearSpread {
  const [first] = column.values as unknown as [number];
  if (column.values.every((value) => value === first)) return spreadFrom(() => exactly(first));
  const shares = SPREAD.map((p) => p / 100);
  const found = percentilesOf(column, shares);
  const finite = found.every((one) => Object.values(one).every(Number.isFinite));
  // Replicates of which some reach infinity have no spread; ranks bound a percentile all the same.
  const ranked = finite ? found : percentilesOf({ values: column.values }, shares).map(endless);
  return spreadFrom((_, k) => (isFiniteInterval(found[k]!) ? found[k]! : ranked[k]!));
}

/** The percentiles of a column of what is gained: values that are not numbers are below every number. */
export function spreadOfGains(losses: Column): YearSpread {
  const spread = spreadOver(losses);
  return spreadFrom((p) => {
    const { value, low, high } = spread[`p${100 - p}` as keyof YearSpread];
    return { value: 0 - value, low: 0 - high, high: 0 - low };
  });
}

/** Percentiles that are made one by one. */
export function spreadFrom(make: (p: number, place: number) => Interval): YearSpread {
  return Object.fromEntries(SPREAD.map((p, k) => [`p${p}`, make(p, k)])) as unknown as YearSpread;
}

/** A share of draws at or below a threshold, which nothing uncertain leaves without error. */
export function shareAtOrBelow(column: Column, threshold: number, fixed: boolean): Interval {
  const share = probabilityAtOrBelow(column, threshold);
  return fixed ? exactly(share.value) : share;
}

/** Between two infinite draws lies an infinite one, which a weighted mean of the two is not. */
function endless({ value, low, high }: Interval): Interval {
  const [v, l, h] = [value, low, high].map((end) => (Number.isNaN(end) ? Infinity : end));
  return { value: v!, low: l!, high: h! };
}
