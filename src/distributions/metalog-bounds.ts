import { horner } from "../numeric/horner.js";
import { ParameterError, type Parameters } from "./family.js";
import type { MetalogCurve } from "./metalog-curve.js";
import type { Quantiles } from "./metalog-quantiles.js";
import { momentsOf } from "./moments.js";
import { numberOf } from "./parameters.js";

/** How a bounded quantity is carried to the unbounded scale on which a metalog is drawn, and back. */
export interface Bounds {
  readonly support: readonly [number, number];
  readonly toScale: (x: number) => number;
  readonly fromScale: (z: number) => number;
}

/**
 * The logarithm of the distance from a lower bound, minus that from an upper one, or the log ratio of
 * both; without bounds the value itself.
 *
 * @throws {ParameterError} unless every quantile lies strictly between the bounds
 *
 * Source: Keelin (2016), section 4, table 2.
 */
export function boundedScale(parameters: Parameters, { values, names }: Quantiles): Bounds {
  const lower = parameters["lower"] === undefined ? -Infinity : numberOf(parameters, "lower");
  const upper = parameters["upper"] === undefined ? Infinity : numberOf(parameters, "upper");
  const last = values.length - 1;
  if (!(lower < values[0]!)) {
    const message = `lower must be below ${names[0]!}; got ${lower} and ${values[0]!}`;
    throw new ParameterError("lower", message, "Give a smaller lower, or none");
  }
  if (!(upper > values[last]!)) {
    const message = `upper must be above ${names[last]!}; got ${upper} and ${values[last]!}`;
    throw new ParameterError("upper", message, "Give a larger upper, or none");
  }
  const support = [lower, upper] as const;
  if (lower === -Infinity && upper === Infinity) {
    return { support, toScale: (x) => x, fromScale: (z) => z };
  }
  if (upper === Infinity) {
    return {
      support,
      toScale: (x) => Math.log(x - lower),
      fromScale: (z) => lower + Math.exp(z),
    };
  }
  if (lower === -Infinity) {
    return {
      support,
      toScale: (x) => -Math.log(upper - x),
      fromScale: (z) => upper - Math.exp(-z),
    };
  }
  return {
    support,
    toScale: (x) => Math.log(x - lower) - Math.log(upper - x),
    fromScale: (z) => fromLogRatio(z, lower, upper),
  };
}

/** Counted from the nearer bound, so that neither loses its digits. */
function fromLogRatio(z: number, lower: number, upper: number): number {
  const ratio = Math.exp(-Math.abs(z));
  const distance = (upper - lower) * (ratio / (1 + ratio));
  return z < 0 ? lower + distance : upper - distance;
}

/**
 * Mean and standard deviation of a metalog by integration. Above a lower bound alone the value grows
 * like a power of the share above it, below an upper bound alone it falls like one.
 */
export function metalogMoments(
  between: (p: number, q: number) => number,
  { slopes }: MetalogCurve,
  [lower, upper]: readonly [number, number],
): { readonly mean: number; readonly sd: number } {
  if (upper === Infinity) {
    return momentsOf(between, lower === -Infinity ? 0 : horner(slopes, 0.5));
  }
  if (lower > -Infinity) return momentsOf(between);
  const mirrored = momentsOf((p, q) => -between(q, p), horner(slopes, -0.5));
  return { mean: -mirrored.mean, sd: mirrored.sd };
}
