import { solveIncreasing } from "../numeric/solve-increasing.js";
import type { Estimator } from "./estimator.js";
import { average, type Sample } from "./sample.js";

const EULER_GAMMA = 0.57721566490153286;
const PI_SQUARED_OVER_6 = (Math.PI * Math.PI) / 6;

/**
 * The shape solves a weighted mean of log x, weights x^shape, minus 1 / shape = mean(log x); by
 * Newton's method. Standard errors by the Fisher information.
 *
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 1 (1994), ch. 21,
 * section 4; Cohen, "Maximum likelihood estimation in the Weibull distribution", Technometrics 7 (1965).
 */
export const weibull: Estimator = {
  family: "weibull",
  excludes: ({ min }) => (min > 0 ? undefined : "needs values above 0"),
  fit: (sample) => {
    const { count } = sample;
    // Logarithms below that of the largest value: the powers cannot overflow.
    const logs = sample.sorted.map((x) => Math.log(x / sample.max));
    const meanLog = average(logs, (l) => l);
    const shape = shapeOf(logs, meanLog);
    const power = average(logs, (l) => Math.exp(shape * l));
    const scale = sample.max * Math.exp(Math.log(power) / shape);
    const logDensity =
      Math.log(shape) - Math.log(power) + (shape - 1) * meanLog - Math.log(sample.max) - 1;
    const spread = (1 - EULER_GAMMA) * (1 - EULER_GAMMA) + PI_SQUARED_OVER_6;
    return {
      estimates: [
        { name: "shape", value: shape, error: shape / Math.sqrt(PI_SQUARED_OVER_6 * count) },
        {
          name: "scale",
          value: scale,
          error: (scale / shape) * Math.sqrt(spread / PI_SQUARED_OVER_6 / count),
        },
      ],
      logLikelihood: count * logDensity,
    };
  },
};

function shapeOf(logs: Sample["sorted"], meanLog: number): number {
  const sdLog = Math.sqrt(average(logs, (l) => (l - meanLog) * (l - meanLog)));
  // The sd of the log of a Weibull is π / (√6 shape).
  const start = Math.sqrt(PI_SQUARED_OVER_6) / sdLog;
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
