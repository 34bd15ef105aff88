import { prefixes } from "../units/prefixes.js";
import type { DistributionSpec } from "./distribution.js";

/** What a short text states: a distribution or constant, and the unit that follows it, if any. */
export interface Shorthand {
  readonly spec: DistributionSpec;
  readonly unitText: string | undefined;
}

const FACTORS: ReadonlyMap<string, number> = new Map(prefixes);

const AMOUNT = "([-+]?[0-9][0-9_]*(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)([kMGTP]?)(%?)";
const RANGE = new RegExp(`^${AMOUNT} +to +${AMOUNT}(?: +(.+))?$`);
const SINGLE = new RegExp(`^${AMOUNT}(?: +(.+))?$`);

/**
 * Reads `"300k to 330k USD/server"` as the 90% interval of a lognormal where both ends are positive,
 * of a normal otherwise, and `"0.10 USD/kWh"` as a constant.
 *
 * @returns undefined where the text is neither
 */
export function parseShorthand(text: string): Shorthand | undefined {
  const range = RANGE.exec(text.trim());
  if (range) {
    const [, low, lowPrefix, lowPercent, high, highPrefix, highPercent, unit] = range;
    if (lowPercent && !highPercent) return undefined;
    const p5 = amount(low!, lowPrefix!);
    const p95 = amount(high!, highPrefix!);
    const distribution = p5 > 0 && p95 > 0 ? "lognormal" : "normal";
    return { spec: { distribution, parameters: { p5, p95 } }, unitText: unitOf(highPercent, unit) };
  }
  const single = SINGLE.exec(text.trim());
  if (!single) return undefined;
  const [, number, prefix, percent, unit] = single;
  const value = amount(number!, prefix!);
  return {
    spec: { distribution: "constant", parameters: { value } },
    unitText: unitOf(percent, unit),
  };
}

function amount(digits: string, prefix: string): number {
  return Number(digits.replaceAll("_", "")) * FACTORS.get(prefix)!;
}

function unitOf(percent: string | undefined, unit: string | undefined): string | undefined {
  return percent === "%" ? (unit === undefined ? "%" : `% ${unit}`) : unit;
}
