import { incompleteBeta } from "../numeric/incomplete-beta.js";
import type { Distribution } from "./distribution.js";
import { type Family, ParameterError, type Parameters } from "./family.js";
import { numberOf, ordered, positive, spread } from "./parameters.js";

/**
 * A share: utilization, hit rates, anything between two bounds (0 and 1 unless given).
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 2 (1995), ch. 25.
 */
export const beta: Family = {
  name: "beta",
  meaning: "A share, such as utilization; between 0 and 1, or min and max",
  parameterSets: [
    ["alpha", "beta"],
    ["mean", "sd"],
  ],
  optional: ["min", "max"],
  create: (parameters) => {
    const bounds = { min: 0, max: 1, ...parameters };
    const [min, max] = ordered(bounds, "min", "max");
    const shapes =
      parameters["alpha"] === undefined ? fromMoments(parameters, min, max) : stated(parameters);
    return betaBetween("beta", shapes, min, max);
  },
};

/** Both shapes of a beta. */
export interface Shapes {
  readonly alpha: number;
  readonly beta: number;
}

/** A beta of the given shapes stretched over an interval; PERT is one too. */
export function betaBetween(
  family: string,
  { alpha, beta: other }: Shapes,
  min: number,
  max: number,
): Distribution {
  const width = max - min;
  const sum = alpha + other;
  const { lower, upper, locate } = incompleteBeta(alpha, other);
  /** Measured from the nearer end, so that neither loses its digits. */
  const between = (p: number, q: number): number => {
    const { x, y } = locate(p, q);
    return x < 0.5 ? min + width * x : max - width * y;
  };
  return {
    family,
    support: [min, max],
    mean: min + (width * alpha) / sum,
    sd: (width / sum) * Math.sqrt((alpha * other) / (sum + 1)),
    quantile: (p) => between(p, 1 - p),
    quantileAbove: (q) => between(1 - q, q),
    cdf: (x) => lower((x - min) / width, (max - x) / width),
    survival: (x) => upper((x - min) / width, (max - x) / width),
  };
}

function stated(parameters: Parameters): Shapes {
  return {
    alpha: positive("alpha", numberOf(parameters, "alpha")),
    beta: positive("beta", numberOf(parameters, "beta")),
  };
}

function fromMoments(parameters: Parameters, min: number, max: number): Shapes {
  const stated = numberOf(parameters, "mean");
  const width = max - min;
  const mean = (stated - min) / width;
  if (!(mean > 0 && mean < 1)) {
    const message = `mean must lie between ${min} and ${max}; got ${stated}`;
    throw new ParameterError("mean", message, "Correct the mean, or give min and max");
  }
  const sd = spread(parameters) / width;
  const concentration = (mean * (1 - mean)) / (sd * sd) - 1;
  if (!(concentration > 0)) {
    const most = width * Math.sqrt(mean * (1 - mean));
    const message = `no beta with mean ${stated} has an sd of ${sd * width}; it must be below ${Number(most.toPrecision(4))}`;
    throw new ParameterError("sd", message, "Give a smaller sd");
  }
  return { alpha: mean * concentration, beta: (1 - mean) * concentration };
}
