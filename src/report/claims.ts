import type { BreakEven, PercentileName, Summary } from "../summary/summary.js";
import type { Subject } from "./figures/subject.js";
import {
  formatCount,
  formatProbability,
  formatProbabilityFine,
  formatValue,
  isNamedByAmount,
} from "./format.js";
import { type Claim, claim, type Phrase, say } from "./phrase.js";

/** A percentile of an output with its unit. */
export function percentileClaim(
  { name, output }: Pick<Subject, "name" | "output">,
  percentile: PercentileName,
): Claim {
  const { value } = output.percentiles[percentile]!;
  return claim(`outputs.${name}.percentiles.${percentile}.value`, formatValue(value, output.unit));
}

/**
 * The price at which the leading output is covered with a given probability.
 *
 * @param probability a multiple of 0.005 from 0.005 to 0.995
 */
export function sufficientPriceClaim({ name, output }: Subject, probability: number): Claim {
  const { curve, unit } = output;
  const place = curve.probability.findIndex((p) => Math.abs(p - probability) < 1e-9);
  return claim(`outputs.${name}.curve.value.${place}`, formatValue(curve.value[place]!, unit));
}

/** The amount of a price. */
export function priceClaim(summary: Summary, comparison: BreakEven): Claim {
  const { price, unit } = comparison;
  return claim(`${pathOf(summary, comparison)}.price`, formatValue(price, unit));
}

/** A price by its name with its amount, which a name such as `36 months` may be itself. */
export function namedPrice(summary: Summary, comparison: BreakEven): Phrase {
  const { against, price, unit } = comparison;
  return isNamedByAmount(against, formatValue(price, unit))
    ? say`${against}`
    : say`${against} (${priceClaim(summary, comparison)})`;
}

/** The share of futures in which a price suffices. */
export function probabilityClaim(summary: Summary, comparison: BreakEven): Claim {
  return claim(
    `${pathOf(summary, comparison)}.probability.value`,
    formatProbability(comparison.probability.value),
  );
}

/** The share in which it does not. */
export function lossClaim(summary: Summary, comparison: BreakEven): Claim {
  return claim(
    `1 - ${pathOf(summary, comparison)}.probability.value`,
    formatProbability(1 - comparison.probability.value),
  );
}

/** An end of the 95% interval of either share. */
export function boundClaim(
  summary: Summary,
  comparison: BreakEven,
  end: "low" | "high",
  of: "suffices" | "loses",
): Claim {
  const path = `${pathOf(summary, comparison)}.probability.${end}`;
  const value = comparison.probability[end];
  return of === "suffices"
    ? claim(path, formatProbabilityFine(value))
    : claim(`1 - ${path}`, formatProbabilityFine(1 - value));
}

/** The number of draws. */
export function drawsClaim({ run }: Summary): Claim {
  return claim("run.draws", formatCount(run.draws));
}

/** Where a comparison stands in the summary. */
export function pathOf({ breakEven }: Summary, comparison: BreakEven): string {
  return `breakEven.${breakEven.indexOf(comparison)}`;
}
