import { isTokenCost } from "./figures/subject.js";
import { formatValue, isNamedByAmount, lowerFirst } from "./format.js";

/**
 * What has to hold for a price to suffice, as in a sentence: that it covers the cost, or that the
 * output stays at or below it.
 *
 * @param price in the output's unit; named where it has a name
 */
export function priceSuffices(
  { against, price }: { readonly against?: string; readonly price: number },
  { label, unit }: { readonly label: string; readonly unit: string },
): string {
  const amount = formatValue(price, unit);
  const named = against !== undefined && !isNamedByAmount(against, amount);
  const name = named ? `${against} (${amount})` : amount;
  return isTokenCost(unit)
    ? `${name} covers the cost`
    : `${lowerFirst(label)} is at or below ${name}`;
}
