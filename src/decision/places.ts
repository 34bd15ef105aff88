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

/** Values from one end of a range to the other, both included. */
export function placesBetween(low: number, high: number): readonly number[] {
  const log = low > 0 && high / low >= LOG_RATIO;
  const [from, to] = log ? [Math.log(low), Math.log(high)] : [low, high];
  return Array.from({ length: PLACES }, (_, k) => {
    if (k === 0) return low;
    if (k === PLACES - 1) return high;
    const at = from + ((to - from) * k) / (PLACES - 1);
    return log ? Math.exp(at) : at;
  });
}
