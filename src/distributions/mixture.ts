import { firstReaching } from "../numeric/first-reaching.js";
import type { Distribution, DistributionSpec } from "./distribution.js";
import { type Family, ParameterError } from "./family.js";
import { weightsOf } from "./weights.js";

const COMPONENTS_MAX = 100;
const DEPTH_MAX = 4;

/**
 * One of several distributions, each with a weight: regimes, kinds of request, rival experts. Its
 * quantile inverts the mixed distribution function, so it works with every design and correlation.
 */
export const mixture: Family = {
  name: "mixture",
  meaning: "One of several distributions with weights: regimes, kinds of request, rival experts",
  parameterSets: [["components", "weights"]],
  kinds: { components: "distributions", weights: "numbers" },
  notes: {
    components: "Distributions, `2 to 5` or numbers, each in the quantity's unit",
    weights: "One for each component; only their ratios matter",
  },
  create: (parameters, component) => {
    const specs = parameters["components"] as readonly DistributionSpec[];
    checkSize(specs);
    const weights = weightsOf(parameters, "components");
    const total = sum(weights, (weight) => weight);
    const parts = specs
      .map((spec, k) => ({ ...component(spec), share: weights[k]! / total }))
      .filter(({ share }) => share > 0);
    return mixed(parts);
  },
};

function mixed(parts: readonly Part[]): Distribution {
  const [lower, upper] = [
    Math.min(...parts.map(({ support }) => support[0])),
    Math.max(...parts.map(({ support }) => support[1])),
  ];
  // Rounded shares may not add up to 1 to the last bit; at the ends they do.
  const cdf = (x: number): number =>
    x >= upper ? 1 : sum(parts, ({ share, cdf }) => share * cdf(x));
  const survival = (x: number): number =>
    x < lower ? 1 : sum(parts, ({ share, survival }) => share * survival(x));
  const whole = parts.every(({ whole }) => whole);
  const between = (p: number, q: number): number => {
    const ends = parts.map((part) => (p <= 0.5 ? part.quantile(p) : part.quantileAbove(q)));
    const low = Math.max(Math.min(...ends), -Number.MAX_VALUE);
    const high = Math.min(Math.max(...ends), Number.MAX_VALUE);
    // In logarithms of the smaller tail, which are nearly straight.
    const excess = (x: number): number => Math.log(p <= 0.5 ? cdf(x) / p : q / survival(x));
    return whole ? firstWhole(excess, low, high) : firstReaching(excess, low, high);
  };
  return {
    family: "mixture",
    support: [lower, upper],
    ...mixedMoments(parts),
    quantile: (p) => between(p, 1 - p),
    quantileAbove: (q) => between(1 - q, q),
    cdf,
    survival,
    whole,
  };
}

type Part = Distribution & { readonly share: number };

function checkSize(components: readonly DistributionSpec[]): void {
  if (components.length < 1 || components.length > COMPONENTS_MAX) {
    const message = `components must hold 1 to ${COMPONENTS_MAX} distributions; got ${components.length}`;
    const fix = components.length < 1 ? "List them" : "Use empirical for measured values";
    throw new ParameterError("components", message, fix);
  }
  if (components.some((spec) => depthOf(spec) >= DEPTH_MAX)) {
    const message = `mixtures are nested deeper than ${DEPTH_MAX} levels`;
    throw new ParameterError("components", message, "Multiply the weights out into one mixture");
  }
}

function depthOf({ distribution, parameters }: DistributionSpec): number {
  if (distribution !== "mixture") return 0;
  const components = parameters["components"] as readonly DistributionSpec[];
  return 1 + Math.max(0, ...components.map(depthOf));
}

function mixedMoments(parts: readonly Part[]): { mean: number; sd: number } {
  const mean = sum(parts, (part) => part.share * part.mean);
  if (!Number.isFinite(mean)) return { mean, sd: Number.isNaN(mean) ? NaN : Infinity };
  const variance = sum(parts, (part) => {
    const offset = part.mean - mean;
    return part.share * (part.sd * part.sd + offset * offset);
  });
  return { mean, sd: Math.sqrt(variance) };
}

/** The first whole number at which a function that never falls reaches 0, by halving. */
function firstWhole(f: (x: number) => number, low: number, high: number): number {
  let [below, reached] = [low - 1, high];
  while (reached - below > 1) {
    const middle = Math.floor((below + reached) / 2);
    if (f(middle) >= 0) reached = middle;
    else below = middle;
  }
  return reached;
}

function sum<T>(entries: readonly T[], value: (entry: T) => number): number {
  return entries.reduce((total, entry) => total + value(entry), 0);
}
