import { solveIncreasing } from "../numeric/solve-increasing.js";
import type { Estimator } from "./estimator.js";
import { average, type Sample } from "./sample.js";
import { standardErrors } from "./standard-errors.js";

/**
 * The shape solves a weighted mean of log x, weights x^shape, minus 1 / shape = mean(log x); by
 * Newton's method.
 *
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 1 (1994), ch. 21,
 * section 4; Cohen, "Maximum likelihood estimation in the Weibull distribution", Technometrics 7 (1965).
 */
export const weibull: Estimator = {
  family: "weibull",
  excludes: ({ min }) => (min > 0 ? undefined : "needs values above 0"),
  fit: (sample) => {
    const { count, max } = sample;
    // Logarithms below that of the largest value: the powers cannot overflow.
    const logs = sample.sorted.map((x) => Math.log(x / max));
    const meanLog = average(logs, (l) => l);
    const shape = shapeOf(logs, meanLog);
    const power = average(logs, (l) => Math.exp(shape * l));
    const logScale = Math.log(power) / shape;
    const scale = max * Math.exp(logScale);
    const errors = standardErrors(observed(logs, shape, logScale), count);
    return {
      estimates: [
        { name: "shape", value: shape, error: errors[0]! },
        { name: "scale", value: scale, error: errors[1]! * scale },
      ],
      logLikelihood:
        count * (Math.log(shape) - Math.log(power) + (shape - 1) * meanLog - Math.log(max) - 1),
    };
  },
};

/** The observed information of shape and log(scale) at the top. */
function observed(
  logs: Sample["sorted"],
  shape: number,
  logScale: number,
): readonly (readonly number[])[] {
  const weighted = (of: (z: number) => number): number =>
    average(logs, (l) => Math.exp(shape * (l - logScale)) * of(l - logScale));
  const shared = -shape * weighted((z) => z);
  return [
    [1 / (shape * shape) + weighted((z) => z * z), shared],
    [shared, shape * shape],
  ];
}

function shapeOf(logs: Sample["sorted"], meanLog: number): number {
  const sdLog = Math.sqrt(average(logs, (l) => (l - meanLog) * (l - meanLog)));
  // The sd of the log of a Weibull is π / (√6 shape).
  const start = Math.PI / (Math.sqrt(6) * sdLog);
  return solveIncreasing(
    (shape) => {
      let [w, wl, wll] = [0, 0, 0];
      for (const l of logs) {
        const weight = Math.exp(shape * l);
        w += weight;
        wl += weight * l;
        wll += weight * l * l;
      }
      const mean = wl / w;
      return {
        value: mean - 1 / shape - meanLog,
        slope: wll / w - mean * mean + 1 / (shape * shape),
      };
    },
    start / 1000,
    start * 1000,
    start,
  );
}
