import { normalQuantile } from "../numeric/normal.js";
import type { Distribution } from "./distribution.js";

/** What a distribution of whole numbers from 0 is made of. */
export interface Count {
  readonly family: string;
  /** Largest value; may be infinite. */
  readonly max: number;
  readonly mean: number;
  readonly sd: number;
  /** Share at or below k, for whole k in [0, max). */
  readonly below: (k: number) => number;
  /** Share above k, for whole k in [0, max). */
  readonly above: (k: number) => number;
}

/**
 * A distribution of whole numbers: its quantile is the smallest k whose share at or below reaches p,
 * held against the smaller tail so that neither end loses its digits.
 */
export function countDistribution({ family, max, mean, sd, below, above }: Count): Distribution {
  /** The smallest k with a share p at or below it and at most q above. */
  const between = (p: number, q: number): number => {
    const reaches = (k: number): boolean => {
      if (k >= max) return true;
      return p <= 0.5 ? below(k) >= p : above(k) <= q;
    };
    const score = p <= 0.5 ? normalQuantile(p) : -normalQuantile(q);
    const start = Math.floor(mean + sd * score);
    return firstWhole(reaches, Math.min(Math.max(start, 0), max));
  };
  return {
    family,
    support: [0, max],
    mean,
    sd,
    quantile: (p) => between(p, 1 - p),
    quantileAbove: (q) => between(1 - q, q),
    cdf: (x) => (x < 0 ? 0 : x >= max ? 1 : below(Math.floor(x))),
    survival: (x) => (x < 0 ? 1 : x >= max ? 0 : above(Math.floor(x))),
    whole: true,
  };
}

/** The smallest whole number from 0 that passes: gallops from a start to a bracket, then halves it. */
function firstWhole(passes: (k: number) => boolean, start: number): number {
  let step = 1;
  let high = start;
  while (!passes(high)) {
    high += step;
    step *= 2;
  }
  step = 1;
  let low = high - 1;
  while (low >= 0 && passes(low)) {
    high = low;
    low = Math.max(-1, low - step);
    step *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle;
  }
  return high;
}
