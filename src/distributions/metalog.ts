import { solveIncreasing } from "../numeric/solve-increasing.js";
import type { Distribution } from "./distribution.js";
import { type Family, ParameterError } from "./family.js";
import { type Bounds, boundedScale, metalogMoments } from "./metalog-bounds.js";
import { curveThrough, type MetalogCurve, shareOf, slopeOn, valueOn } from "./metalog-curve.js";
import { flattest, shareAt, SKEW_MAX } from "./metalog-flattest.js";
import { type Quantiles, quantilesOf } from "./metalog-quantiles.js";

/** Logits beyond which the smaller share is no longer a number. */
const LOGIT_MAX = 745;

/**
 * Any three or more quantiles an expert gives, with a smooth curve through all of them; unbounded,
 * or bounded on either side (log metalog) or both (logit metalog).
 *
 * Source: Keelin, "The Metalog Distributions", Decision Analysis 13 (2016), 243-277.
 */
export const metalog: Family = {
  name: "metalog",
  meaning: "Three or more quantiles an expert gives, such as p10, p50 and p90, met exactly",
  parameterSets: [["quantiles"]],
  optional: ["lower", "upper"],
  kinds: { quantiles: "quantiles" },
  notes: {
    quantiles: "Such as { p10: 20, p50: 30, p90: 60 }; p2_5 is the 2.5% quantile",
    lower: "No value lies below; without it there is no such limit",
    upper: "No value lies above; without it there is no such limit",
  },
  create: (parameters) => {
    const quantiles = quantilesOf(parameters);
    const bounds = boundedScale(parameters, quantiles);
    const curve = curveThrough(quantiles.percents, quantiles.values.map(bounds.toScale));
    if (!curve) {
      const message = "two of the quantiles are too near each other for a curve through both";
      throw new ParameterError("quantiles", message, "Drop one of them");
    }
    checkFeasible(curve, quantiles, bounds);
    return fromCurve(curve, bounds);
  },
};

function checkFeasible(curve: MetalogCurve, quantiles: Quantiles, bounds: Bounds): void {
  const { p, slope } = flattest(curve);
  if (!(slope > 0)) {
    const percent = Math.min(Math.max(p * 100, 0.01), 99.99).toPrecision(3);
    const message = `no metalog goes through these quantiles: its density would be negative near the ${Number(percent)}% quantile`;
    throw new ParameterError("quantiles", message, mend(quantiles, bounds));
  }
  const ends = [shareAt(-37), shareAt(37)].map((share) => bounds.fromScale(valueOn(curve, share)));
  if (!ends.every(Number.isFinite)) {
    const message = "its quantiles are too large for a number";
    throw new ParameterError("quantiles", message, "Narrow the range, or give both bounds");
  }
}

/** Three symmetric quantiles bound the middle one in closed form; more have no such simple cure. */
function mend({ percents, values, names }: Quantiles, { toScale, fromScale }: Bounds): string {
  const [first, middle, last] = percents;
  if (percents.length !== 3 || middle !== 50 || first! + last! !== 100) {
    return "Move the quantile next to it, or drop it";
  }
  const [low, , high] = values.map(toScale) as [number, number, number];
  // Keelin's k, the least share of the way from low to high at which the median may lie; the limit
  // itself has no density, so stay a little inside.
  const least = (1 - (SKEW_MAX * (last! - first!)) / 200) / 2 + 1e-3;
  const [from, to] = [least, 1 - least].map((share) => fromScale(low + share * (high - low)));
  const ends = [from!, to!].map((value) => Number(value.toPrecision(4)));
  return `Give ${names[1]!} between ${ends[0]!} and ${ends[1]!}, or other bounds (lower, upper)`;
}

function fromCurve(curve: MetalogCurve, bounds: Bounds): Distribution {
  const between = (p: number, q: number): number => bounds.fromScale(valueOn(curve, shareOf(p, q)));
  const logitOf = (x: number): number => {
    const target = bounds.toScale(x);
    return solveIncreasing(
      (logit) => {
        const share = shareAt(logit);
        return { value: valueOn(curve, share) - target, slope: slopeOn(curve, share) };
      },
      -LOGIT_MAX,
      LOGIT_MAX,
      0,
    );
  };
  const [lower, upper] = bounds.support;
  return {
    family: "metalog",
    support: bounds.support,
    ...metalogMoments(between, curve, bounds.support),
    quantile: (p) => between(p, 1 - p),
    quantileAbove: (q) => between(1 - q, q),
    cdf: (x) => (x <= lower ? 0 : x >= upper ? 1 : 1 / (1 + Math.exp(-logitOf(x)))),
    survival: (x) => (x <= lower ? 1 : x >= upper ? 0 : 1 / (1 + Math.exp(logitOf(x)))),
  };
}
