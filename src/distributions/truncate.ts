import { justBelow } from "../numeric/just-below.js";
import type { Distribution } from "./distribution.js";
import { ParameterError } from "./family.js";
import { momentsOf } from "./moments.js";

/** Less than this share between the bounds leaves no digits to work with. */
const SHARE_MIN = 1e-290;

/**
 * The distribution given that its value lies between two bounds, both included. Values keep the
 * accuracy of the whole distribution however far out in either tail the bounds lie. Moments are worked
 * out when asked for: an input with uncertain parameters makes one distribution a draw and takes one
 * quantile of it.
 *
 * @throws {ParameterError} for bounds out of order, or where no outcome lies between them
 */
export function truncated(distribution: Distribution, low: number, high: number): Distribution {
  if (!(low < high)) {
    const message = `truncate must run from low to high; got ${low} to ${high}`;
    throw new ParameterError("truncate", message, "Put the smaller first");
  }
  const { cdf, survival } = distribution;
  // The bound itself belongs to the rest: a whole number may carry much of the share.
  const below = cdf(justBelow(low));
  const above = survival(high);
  // Each is the complement of one of the two above, taken where it has the more digits.
  const fromLow = survival(justBelow(low));
  const toHigh = cdf(high);
  const share = toHigh <= 0.5 ? toHigh - below : fromLow - above;
  if (!(share > SHARE_MIN)) {
    const [min, max] = distribution.support;
    const message = `truncate leaves nothing between ${low} and ${high}; values run from ${min} to ${max}`;
    throw new ParameterError("truncate", message, "Widen it");
  }
  const between = (p: number, q: number): number => {
    const left = Math.max(below + p * share, Number.MIN_VALUE);
    const right = Math.max(above + q * share, Number.MIN_VALUE);
    const value = left <= right ? distribution.quantile(left) : distribution.quantileAbove(right);
    return Math.min(Math.max(value, low), high);
  };
  let known: ReturnType<typeof momentsOf> | undefined;
  const moments = (): ReturnType<typeof momentsOf> => (known ??= momentsOf(between));
  const unit = (part: number): number => Math.min(Math.max(part / share, 0), 1);
  return {
    family: distribution.family,
    support: [Math.max(low, distribution.support[0]), Math.min(high, distribution.support[1])],
    get mean() {
      return moments().mean;
    },
    get sd() {
      return moments().sd;
    },
    whole: distribution.whole ?? false,
    quantile: (p) => between(p, 1 - p),
    quantileAbove: (q) => between(1 - q, q),
    cdf: (x) => {
      const [left, right] = [cdf(x), survival(x)];
      return x < low ? 0 : x >= high ? 1 : unit(left <= right ? left - below : fromLow - right);
    },
    survival: (x) => {
      const [left, right] = [cdf(x), survival(x)];
      return x < low ? 1 : x >= high ? 0 : unit(left <= right ? toHigh - left : right - above);
    },
  };
}
