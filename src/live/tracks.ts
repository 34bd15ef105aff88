import { createDistribution } from "../distributions/create.js";
import type { DistributionSpec } from "../distributions/distribution.js";
import { displace } from "./displace.js";
import { betweenBounds } from "./move-scale.js";
import type { Track } from "./track.js";

const positive = betweenBounds("positive", 0, Infinity);
const amount = betweenBounds("amount", -Infinity, Infinity);

/** A spread from a third to three times the recorded one. */
export const spreadTrack: Track = { low: 1 / 3, middle: 1, high: 3, scale: positive };

/** Medians from the 2% to the 98% quantile of an input, on the scale it is moved on. */
export function medianTrack(spec: DistributionSpec, unit: string): Track {
  const { quantile } = createDistribution(spec);
  const { scale } = displace(spec, unit)!;
  return { low: quantile(0.02), middle: quantile(0.5), high: quantile(0.98), scale };
}

/** A price from a quarter to four times the recorded one; around 0 where it is not positive. */
export function priceTrack(price: number): Track {
  if (price > 0) return { low: price / 4, middle: price, high: price * 4, scale: positive };
  const reach = 3 * Math.abs(price) || 1;
  return { low: price - reach, middle: price, high: price + reach, scale: amount };
}
