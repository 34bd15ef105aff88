import type { DistributionSpec } from "../../src/distributions/distribution.js";
import { normalCdf } from "./p-values.js";

/** What the draws of a distribution are held against, written down from the textbook, not from src. */
export interface ClosedForm {
  readonly spec: DistributionSpec;
  readonly cdf: (x: number) => number;
  /** Mean, standard deviation and kurtosis (3 for a normal), as far as they exist and converge. */
  readonly mean?: number;
  readonly sd?: number;
  readonly kurtosis?: number;
}

const Z95 = 1.6448536269514722;

function spec(distribution: string, parameters: DistributionSpec["parameters"]): DistributionSpec {
  return { distribution, parameters };
}

/** Beta of whole shapes: the binomial sum. */
function wholeBeta(a: number, b: number, min = 0, max = 1): (x: number) => number {
  return (x) => {
    const y = (x - min) / (max - min);
    const n = a + b - 1;
    let choose = 1;
    let sum = 0;
    for (let j = 0; j <= n; j++) {
      if (j >= a) sum += choose * y ** j * (1 - y) ** (n - j);
      choose = (choose * (n - j)) / (j + 1);
    }
    return sum;
  };
}

function betaMoments(a: number, b: number, width = 1, min = 0): Omit<ClosedForm, "spec" | "cdf"> {
  const n = a + b;
  const excess = (6 * ((a - b) ** 2 * (n + 1) - a * b * (n + 2))) / (a * b * (n + 2) * (n + 3));
  return {
    mean: min + (width * a) / n,
    sd: (width / n) * Math.sqrt((a * b) / (n + 1)),
    kurtosis: 3 + excess,
  };
}

/** Gamma of shape 4: one minus the Poisson sum. */
function gamma4(scale: number): (x: number) => number {
  return (x) => {
    const y = x / scale;
    return 1 - Math.exp(-y) * (1 + y + (y * y) / 2 + (y * y * y) / 6);
  };
}

function lognormal(mu: number, sigma: number): (x: number) => number {
  return (x) => normalCdf((Math.log(x) - mu) / sigma);
}

const normalSd = 5 / Z95;
const wideSigma = Math.log(50) / (2 * Z95);
const quarter = Math.exp(0.25);
const [truncatedLow, truncatedHigh] = [normalCdf(-1), normalCdf(2)];

/** Several shapes of every continuous family. */
export const CONTINUOUS: readonly ClosedForm[] = [
  {
    spec: spec("uniform", { min: 15_000, max: 120_000 }),
    cdf: (x) => (x - 15_000) / 105_000,
    mean: 67_500,
    sd: 105_000 / Math.sqrt(12),
    kurtosis: 1.8,
  },
  {
    spec: spec("normal", { mean: 0.9, sd: 0.05 }),
    cdf: (x) => normalCdf((x - 0.9) / 0.05),
    mean: 0.9,
    sd: 0.05,
    kurtosis: 3,
  },
  {
    spec: spec("normal", { p5: -3, p95: 7 }),
    cdf: (x) => normalCdf((x - 2) / normalSd),
    mean: 2,
    sd: normalSd,
    kurtosis: 3,
  },
  {
    spec: spec("lognormal", { median: 2, sd_log: 0.5 }),
    cdf: lognormal(Math.log(2), 0.5),
    mean: 2 * Math.exp(0.125),
    sd: 2 * Math.exp(0.125) * Math.sqrt(quarter - 1),
    kurtosis: quarter ** 4 + 2 * quarter ** 3 + 3 * quarter ** 2 - 3,
  },
  {
    spec: spec("lognormal", { p5: 40, p95: 2000 }),
    cdf: lognormal(Math.log(80_000) / 2, wideSigma),
    mean: Math.sqrt(80_000) * Math.exp((wideSigma * wideSigma) / 2),
    sd:
      Math.sqrt(80_000) *
      Math.exp((wideSigma * wideSigma) / 2) *
      Math.sqrt(Math.exp(wideSigma * wideSigma) - 1),
  },
  {
    spec: spec("triangular", { min: 3, mode: 4, max: 6 }),
    cdf: (x) => (x < 4 ? (x - 3) ** 2 / 3 : 1 - (6 - x) ** 2 / 6),
    mean: 13 / 3,
    sd: Math.sqrt(7 / 18),
    kurtosis: 2.4,
  },
  {
    spec: spec("triangular", { min: 0, mode: 0, max: 1 }),
    cdf: (x) => 1 - (1 - x) ** 2,
    mean: 1 / 3,
    sd: Math.sqrt(1 / 18),
    kurtosis: 2.4,
  },
  {
    spec: spec("pert", { min: 0, mode: 25, max: 100 }),
    cdf: wholeBeta(2, 4, 0, 100),
    ...betaMoments(2, 4, 100),
  },
  {
    spec: spec("pert", { min: -1, mode: 0, max: 1 }),
    cdf: wholeBeta(3, 3, -1, 1),
    ...betaMoments(3, 3, 2, -1),
  },
  {
    spec: spec("beta", { alpha: 13, beta: 7 }),
    cdf: wholeBeta(13, 7),
    ...betaMoments(13, 7),
  },
  {
    spec: spec("beta", { alpha: 0.5, beta: 0.5 }),
    cdf: (x) => (2 / Math.PI) * Math.asin(Math.sqrt(x)),
    ...betaMoments(0.5, 0.5),
  },
  {
    spec: spec("beta", { mean: 30, sd: 10, min: 10, max: 60 }),
    cdf: wholeBeta(2, 3, 10, 60),
    ...betaMoments(2, 3, 50, 10),
  },
  {
    spec: spec("gamma", { mean: 8, sd: 4 }),
    cdf: gamma4(2),
    mean: 8,
    sd: 4,
    kurtosis: 4.5,
  },
  {
    spec: spec("gamma", { shape: 0.5, scale: 1 }),
    cdf: (x) => 2 * normalCdf(Math.sqrt(2 * x)) - 1,
    mean: 0.5,
    sd: Math.sqrt(0.5),
    kurtosis: 15,
  },
  {
    // Means and sds of Weibulls: Γ(1 + 1/k), Γ(1 + 2/k) by SciPy 1.17.
    spec: spec("weibull", { shape: 1.5, scale: 2 }),
    cdf: (x) => -Math.expm1(-((x / 2) ** 1.5)),
    mean: 1.805490585901867,
    sd: 1.2258715835093528,
  },
  {
    spec: spec("weibull", { shape: 0.7, scale: 1 }),
    cdf: (x) => -Math.expm1(-(x ** 0.7)),
    mean: 1.2658235060572836,
    sd: 1.8511714003984487,
  },
  {
    spec: spec("exponential", { mean: 4 }),
    cdf: (x) => -Math.expm1(-x / 4),
    mean: 4,
    sd: 4,
    kurtosis: 9,
  },
  {
    spec: spec("logistic", { location: 3, scale: 0.5 }),
    cdf: (x) => 1 / (1 + Math.exp(-(x - 3) / 0.5)),
    mean: 3,
    sd: (0.5 * Math.PI) / Math.sqrt(3),
    kurtosis: 4.2,
  },
  {
    spec: spec("cauchy", { location: 1, scale: 2 }),
    cdf: (x) => 0.5 + Math.atan((x - 1) / 2) / Math.PI,
  },
  {
    spec: spec("student_t", { location: 1, scale: 2, df: 4 }),
    cdf: (x) => {
      const t = (x - 1) / 2;
      const s = 1 + (t * t) / 4;
      return 0.5 + ((0.375 * t) / Math.sqrt(s)) * (1 - (t * t) / (12 * s));
    },
    mean: 1,
    sd: 2 * Math.SQRT2,
  },
  {
    spec: spec("student_t", { location: 0, scale: 1, df: 2 }),
    cdf: (t) => 0.5 + t / (2 * Math.sqrt(2 + t * t)),
  },
  {
    spec: spec("pareto", { scale: 2, shape: 4 }),
    cdf: (x) => 1 - (2 / x) ** 4,
    mean: 8 / 3,
    sd: Math.sqrt(8 / 9),
  },
  { spec: spec("pareto", { scale: 1, shape: 1.5 }), cdf: (x) => 1 - x ** -1.5 },
  {
    spec: { ...spec("normal", { mean: 0, sd: 1 }), truncate: [-1, 2] },
    cdf: (x) => (normalCdf(x) - truncatedLow) / (truncatedHigh - truncatedLow),
    mean: (Math.exp(-0.5) - Math.exp(-2)) / Math.sqrt(2 * Math.PI) / (truncatedHigh - truncatedLow),
  },
  {
    spec: spec("empirical", { data: [4, 1, 9, 2, 2.5] }),
    cdf: (x) =>
      x < 2
        ? (x - 1) / 4
        : x < 2.5
          ? 0.25 + (x - 2) / 2
          : x < 4
            ? 0.5 + (x - 2.5) / 6
            : 0.75 + (x - 4) / 20,
    mean: (1.5 + 2.25 + 3.25 + 6.5) / 4,
  },
];

/** A distribution of atoms: value and share of each, ascending. */
export interface Atoms {
  readonly spec: DistributionSpec;
  readonly atoms: readonly (readonly [value: number, share: number])[];
}

function poisson(mean: number, last: number): Atoms["atoms"] {
  let share = Math.exp(-mean);
  return Array.from({ length: last + 1 }, (_, k) => {
    if (k > 0) share *= mean / k;
    return [k, share] as const;
  });
}

function binomial(n: number, p: number): Atoms["atoms"] {
  let share = (1 - p) ** n;
  return Array.from({ length: n + 1 }, (_, k) => {
    if (k > 0) share *= ((n - k + 1) / k) * (p / (1 - p));
    return [k, share] as const;
  });
}

/** Several shapes of every family of separate values. */
export const DISCRETE: readonly Atoms[] = [
  {
    spec: spec("discrete", { values: [3, 1, 2], weights: [1, 5, 2] }),
    atoms: [
      [1, 0.625],
      [2, 0.25],
      [3, 0.125],
    ],
  },
  { spec: spec("poisson", { mean: 4.2 }), atoms: poisson(4.2, 40) },
  { spec: spec("poisson", { mean: 0.5 }), atoms: poisson(0.5, 20) },
  { spec: spec("binomial", { n: 8, p: 0.3 }), atoms: binomial(8, 0.3) },
  {
    spec: spec("bernoulli", { p: 0.2 }),
    atoms: [
      [0, 0.8],
      [1, 0.2],
    ],
  },
];
