import { logMinusDigamma, trigamma } from "../numeric/digamma.js";
import { logGamma } from "../numeric/log-gamma.js";
import { climb, type Hillside } from "./climb.js";
import type { Estimator } from "./estimator.js";
import { average, type Sample } from "./sample.js";
import { standardErrors } from "./standard-errors.js";

/** Ends that a share lies between. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** What the likelihood of a beta depends on: mean(log x) and mean(log(1 - x)). */
interface Logs {
  readonly x: number;
  readonly y: number;
}

/**
 * Newton's method on the concave log-likelihood of the shapes, from those that match mean and
 * variance. The observed information is the expected one here.
 *
 * @param bounds ends that are known beforehand, not estimated; 0 and 1 unless given
 *
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 2 (1995), ch. 25,
 * section 4.1, equations 25.27 and 25.28.
 */
export function beta(bounds?: Bounds): Estimator {
  const { min, max } = bounds ?? { min: 0, max: 1 };
  const width = max - min;
  return {
    family: "beta",
    excludes: (sample) => {
      if (min < sample.min && sample.max < max) return undefined;
      const hint = bounds ? "" : "; other ends may be given as --min and --max";
      return `needs values between ${min} and ${max}, neither of them reached${hint}`;
    },
    known: bounds ? { min, max } : {},
    fit: (sample) => {
      const { sorted, count } = sample;
      const logs = {
        x: average(sorted, (x) => Math.log((x - min) / width)),
        y: average(sorted, (x) => Math.log((max - x) / width)),
      };
      const top = climb((shapes) => hillside(shapes, logs), fromMoments(sample, min, width));
      const { height, information } = hillside(top, logs);
      const errors = standardErrors(information, count);
      return {
        estimates: [
          { name: "alpha", value: top[0]!, error: errors[0]! },
          { name: "beta", value: top[1]!, error: errors[1]! },
        ],
        logLikelihood: count * (height - Math.log(width)),
      };
    },
  };
}

function fromMoments({ mean, sd }: Sample, min: number, width: number): readonly number[] {
  const centre = (mean - min) / width;
  const spread = sd / width;
  const sum = Math.max((centre * (1 - centre)) / (spread * spread) - 1, 0.1);
  return [centre * sum, (1 - centre) * sum];
}

function hillside([alpha = 0, beta = 0]: readonly number[], logs: Logs): Hillside {
  if (!(alpha > 0 && beta > 0)) return { height: -Infinity, slope: [], information: [] };
  const sum = alpha + beta;
  const logB = logGamma(alpha) + logGamma(beta) - logGamma(sum);
  const shared = -trigamma(sum);
  // ψ(sum) - ψ(alpha), written so that large shapes do not cancel.
  const rise = (shape: number): number =>
    logMinusDigamma(shape) - logMinusDigamma(sum) - Math.log(shape / sum);
  return {
    height: (alpha - 1) * logs.x + (beta - 1) * logs.y - logB,
    slope: [logs.x + rise(alpha), logs.y + rise(beta)],
    information: [
      [trigamma(alpha) + shared, shared],
      [shared, trigamma(beta) + shared],
    ],
  };
}
