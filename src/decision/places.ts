import type { Marginal } from "./marginal.js";

const PLACES = 33;
/** Probability left out at each end. */
const END = 0.001;
/** From this ratio of its ends on, a range is walked by equal factors. */
const LOG_RATIO = 10;

/** Values of an input to look at, ascending: equal steps of probability from 0.1% to 99.9%. */
export function placesOf({ quantile }: Pick<Marginal, "quantile">): readonly number[] {
  const places = Array.from({ length: PLACES }, (_, k) =>
    quantile(END + ((1 - 2 * END) * k) / (PLACES - 1)),
  );
  return places.filter((place, k) => k === 0 || place > places[k - 1]!);
}

/** Values from one end of a range to the other, both included: by equal factors where it is long. */
export function placesBetween(low: number, high: number): readonly number[] {
  return valuesBetween(low, high, PLACES, low > 0 && high / low >= LOG_RATIO);
}

/** Values from one end of a range to the other, both included, by equal steps or equal factors. */
export function valuesBetween(
  low: number,
  high: number,
  count: number,
  log: boolean,
): readonly number[] {
  const [from, to] = log ? [Math.log(low), Math.log(high)] : [low, high];
  return Array.from({ length: count }, (_, k) => {
    if (k === 0) return low;
    if (k === count - 1) return high;
    const at = from + ((to - from) * k) / (count - 1);
    return log ? Math.exp(at) : at;
  });
}
