import type { Marginal } from "./marginal.js";

const PLACES = 33;
/** Probability left out at each end. */
const END = 0.001;

/** Values of an input to look at, ascending: equal steps of probability from 0.1% to 99.9%. */
export function placesOf({ quantile }: Pick<Marginal, "quantile">): readonly number[] {
  const places = Array.from({ length: PLACES }, (_, k) =>
    quantile(END + ((1 - 2 * END) * k) / (PLACES - 1)),
  );
  return places.filter((place, k) => k === 0 || place > places[k - 1]!);
}
