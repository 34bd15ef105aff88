import type { CostStack } from "../summary/stack.js";
import { formatNumber, formatRounded } from "./format.js";
import { roundToSum } from "./round-to-sum.js";

/**
 * The terms of a stack as they are printed, with as many decimals as the total has, so that a reader
 * who adds them up arrives at it.
 */
export function printedTerms({ terms, total }: CostStack, unit: string): readonly string[] {
  const decimals = formatNumber(total, unit).split(".")[1]?.length ?? 0;
  const values = terms.map(({ value }) => value);
  return roundToSum(values, total, decimals).map((value) => formatRounded(value, unit));
}
