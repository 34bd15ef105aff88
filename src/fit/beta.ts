import { logMinusDigamma, trigamma } from "../numeric/digamma.js";
import { logGamma } from "../numeric/log-gamma.js";
import type { Estimator } from "./estimator.js";
import { average, type Sample } from "./sample.js";

const ITERATIONS_MAX = 100;

/** What the likelihood of a beta depends on: mean(log x) and mean(log(1 - x)). */
interface Logs {
  readonly x: number;
  readonly y: number;
}

interface Shapes {
  readonly alpha: number;
  readonly beta: number;
}

/**
 * Newton's method on the concave log-likelihood from the shapes that match mean and variance; a step
 * that would lower the likelihood is halved. Standard errors by the Fisher information.
 *
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 2 (1995), ch. 25,
 * section 4.1, equations 25.27 and 25.28.
 */
export const beta: Estimator = {
  family: "beta",
  excludes: ({ min, max }) =>
    min > 0 && max < 1 ? undefined : "needs values between 0 and 1, both left out",
  fit: (sample) => {
    const { sorted, count } = sample;
    const logs = { x: average(sorted, Math.log), y: average(sorted, (x) => Math.log1p(-x)) };
    let shapes = fromMoments(sample);
    for (let k = 0; k < ITERATIONS_MAX; k++) {
      const next = climb(shapes, logs);
      const moved = Math.abs(next.alpha / shapes.alpha - 1) + Math.abs(next.beta / shapes.beta - 1);
      shapes = next;
      if (moved < 1e-14) break;
    }
    const { a, b, determinant } = information(shapes);
    return {
      estimates: [
        { name: "alpha", value: shapes.alpha, error: Math.sqrt(b / determinant / count) },
        { name: "beta", value: shapes.beta, error: Math.sqrt(a / determinant / count) },
      ],
      logLikelihood: count * logDensity(shapes, logs),
    };
  },
};

function fromMoments({ mean, sd }: Sample): Shapes {
  const sum = Math.max((mean * (1 - mean)) / (sd * sd) - 1, 0.1);
  return { alpha: mean * sum, beta: (1 - mean) * sum };
}

/** The mean log density. */
function logDensity({ alpha, beta }: Shapes, { x, y }: Logs): number {
  const logB = logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta);
  return (alpha - 1) * x + (beta - 1) * y - logB;
}

/** The information of one value: `a` and `b` on the diagonal, `shared` beside it. */
function information({ alpha, beta }: Shapes): {
  readonly a: number;
  readonly b: number;
  readonly shared: number;
  readonly determinant: number;
} {
  const shared = -trigamma(alpha + beta);
  const a = trigamma(alpha) + shared;
  const b = trigamma(beta) + shared;
  return { a, b, shared, determinant: a * b - shared * shared };
}

/** One step of Newton's method, halved until the likelihood does not fall. */
function climb(shapes: Shapes, logs: Logs): Shapes {
  const { alpha, beta } = shapes;
  const sum = alpha + beta;
  // Slopes of the mean log density: mean(log x) - ψ(alpha) + ψ(sum), and so for beta.
  const forAlpha = logs.x - Math.log(alpha / sum) + logMinusDigamma(alpha) - logMinusDigamma(sum);
  const forBeta = logs.y - Math.log(beta / sum) + logMinusDigamma(beta) - logMinusDigamma(sum);
  const { a, b, shared, determinant } = information(shapes);
  const stepAlpha = (b * forAlpha - shared * forBeta) / determinant;
  const stepBeta = (a * forBeta - shared * forAlpha) / determinant;
  const before = logDensity(shapes, logs);
  const slack = 1e-13 * (1 + Math.abs(before));
  for (let share = 1; share > 1e-6; share /= 2) {
    const next = { alpha: alpha + share * stepAlpha, beta: beta + share * stepBeta };
    if (!(next.alpha > 0 && next.beta > 0)) continue;
    if (logDensity(next, logs) >= before - slack) return next;
  }
  return shapes;
}
