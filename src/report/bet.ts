import type { Interval } from "../statistics/estimate.js";
import type { Summary } from "../summary/summary.js";
import { subjectOf } from "./figures/subject.js";
import { formatProbability, formatProbabilityFine, formatValue, lowerFirst } from "./format.js";

/** How to speak of the leading output above its main price, and at or below it. */
export interface BetWords {
  /** `the chance of a loss at $15/Mtoken`: of being above the price. */
  readonly chance: string;
  /** The same as the head of a column. */
  readonly column: string;
  /** `a loss likelier than not`, after "makes". */
  readonly above: string;
  readonly within: string;
}

/** The words of the main price's bet; undefined where the leading output has no price. */
export function betWords(summary: Summary): BetWords | undefined {
  const { main, output, isTokenCost } = subjectOf(summary);
  if (!main) return undefined;
  const price = formatValue(main.price, main.unit);
  if (isTokenCost) {
    return {
      chance: `the chance of a loss at ${price}`,
      column: `Chance of a loss at ${price}`,
      above: "a loss likelier than not",
      within: "a profit likelier than not",
    };
  }
  const label = lowerFirst(output.label);
  return {
    chance: `the chance that ${label} is above ${price}`,
    column: `Chance of above ${price}`,
    above: `it likelier than not that ${label} is above ${price}`,
    within: `it likelier than not that ${label} is at or below ${price}`,
  };
}

/** Two chances of being above, in whole percent or, where that would hide the step, in tenths. */
export function chancesAbove(from: Interval, to: Interval): readonly [string, string] {
  const whole = [from, to].map(({ value }) => formatProbability(1 - value));
  if (whole[0] !== whole[1]) return whole as [string, string];
  return [from, to].map(({ value }) => formatProbabilityFine(1 - value)) as [string, string];
}

/** The change of a chance of being above, given that of being at or below: `+16.3 ± 0.1`. */
export function pointsAbove({ value, low, high }: Interval): Interval {
  return { value: -value, low: -high, high: -low };
}

/** Whether an interval says nothing of the sign of what it estimates. */
export function holdsZero({ low, high }: Interval): boolean {
  return !(low > 0 || high < 0);
}
