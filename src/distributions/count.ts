import type { Distribution } from "./distribution.js";

/** What a distribution of whole numbers from 0 is made of. */
export interface Count {
  readonly family: string;
  /** Largest value; may be infinite. */
  readonly max: number;
  readonly mean: number;
  readonly sd: number;
  /** Share at or below k, and share above k, for whole k in [0, max). */
  readonly tails: (k: number) => { readonly below: number; readonly above: number };
}

/**
 * A distribution of whole numbers: its quantile is the smallest k whose share at or below reaches p,
 * held against the nearer tail so that neither end loses its digits.
 */
export function countDistribution({ family, max, mean, sd, tails }: Count): Distribution {
  const reaches = (k: number, p: number): boolean => {
    if (k >= max) return true;
    const { below, above } = tails(k);
    return p <= 0.5 ? below >= p : above <= 1 - p;
  };
  return {
    family,
    support: [0, max],
    mean,
    sd,
    quantile: (p) => {
      // Gallop from the mean to a bracket, then halve it.
      let step = Math.max(1, Math.ceil(sd / 2));
      let high = Math.min(max, Math.floor(mean));
      while (!reaches(high, p)) {
        high = Math.min(max, high + step);
        step *= 2;
      }
      step = Math.max(1, Math.ceil(sd / 2));
      let low = high - 1;
      while (low >= 0 && reaches(low, p)) {
        high = low;
        low = Math.max(-1, low - step);
        step *= 2;
      }
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (reaches(middle, p)) high = middle;
        else low = middle;
      }
      return high;
    },
    cdf: (x) => (x < 0 ? 0 : x >= max ? 1 : tails(Math.floor(x)).below),
  };
}
