import type { Distribution } from "../distributions/distribution.js";

/** Nearer to an end than this, one draw in 4,096, the function itself is asked. */
const END = 2 ** -13;
/** More different values are left to the function. */
const VALUES_MAX = 4096;

/**
 * The quantile function of a distribution of whole numbers by a search among its shares, which are
 * worked out once: the same number as the function gives, since the same shares are compared.
 *
 * @returns undefined for a distribution of very many different values
 */
export function countLookup(distribution: Distribution): ((p: number) => number) | undefined {
  const { quantile, cdf, survival } = distribution;
  const first = quantile(END);
  const length = quantile(1 - END) - first + 1;
  if (!(length <= VALUES_MAX)) return undefined;
  const below = Float64Array.from({ length }, (_, k) => cdf(first + k));
  const above = Float64Array.from({ length }, (_, k) => survival(first + k));
  return (p) => {
    if (!(p > END && p < 1 - END)) return quantile(p);
    let low = 0;
    let high = length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (p <= 0.5 ? below[middle]! >= p : above[middle]! <= 1 - p) high = middle;
      else low = middle + 1;
    }
    return first + low;
  };
}
