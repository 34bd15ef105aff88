import { logMinusDigamma, trigamma } from "../numeric/digamma.js";
import { solveIncreasing } from "../numeric/solve-increasing.js";
import { stirlingError } from "../numeric/stirling.js";
import type { Estimator } from "./estimator.js";
import { average } from "./sample.js";

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/**
 * The shape solves log(shape) - ψ(shape) = log(mean) - mean(log), by Newton's method on log(shape);
 * the scale is mean / shape. Standard errors by the Fisher information.
 *
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 1 (1994), ch. 17,
 * section 7; Minka, "Estimating a Gamma distribution" (2002).
 */
export const gamma: Estimator = {
  family: "gamma",
  excludes: ({ min }) => (min > 0 ? undefined : "needs values above 0"),
  fit: ({ sorted, count, mean }) => {
    const gap = average(sorted, (x) => deviation(x, mean));
    const shape = shapeOf(gap);
    const scale = mean / shape;
    // shape ψ'(shape) - 1, which is above 1 / (2 shape).
    const information = Math.max(shape * trigamma(shape) - 1, 0.5 / shape);
    const logDensity =
      Math.log(shape) / 2 - HALF_LOG_TWO_PI - stirlingError(shape) - (shape - 1) * gap;
    return {
      estimates: [
        { name: "shape", value: shape, error: Math.sqrt(shape / information / count) },
        {
          name: "scale",
          value: scale,
          error: scale * Math.sqrt(trigamma(shape) / information / count),
        },
      ],
      logLikelihood: count * (logDensity - Math.log(mean)),
    };
  },
};

/**
 * x / mean - 1 - log(x / mean), never below 0; its mean is log(mean) - mean(log), without the
 * cancellation of that difference where values hardly differ.
 */
function deviation(x: number, mean: number): number {
  const d = (x - mean) / mean;
  return d - (Math.abs(d) < 0.5 ? Math.log1p(d) : Math.log(x / mean));
}

/** The shape with log(shape) - ψ(shape) = gap, which lies between 1 / (2 gap) and 1 / gap. */
function shapeOf(gap: number): number {
  const logShape = solveIncreasing(
    (u) => {
      const shape = Math.exp(u);
      const here = logMinusDigamma(shape);
      return {
        value: Math.log(gap) - Math.log(here),
        slope: Math.max(shape * trigamma(shape) - 1, 0.5 / shape) / here,
      };
    },
    -Math.log(2 * gap),
    -Math.log(gap),
    -Math.log(2 * gap),
  );
  return Math.exp(logShape);
}
