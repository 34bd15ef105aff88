import { UsageError } from "./exit-codes.js";

/** A number as options take it: `0.5`, `-3`, `2e6`; NaN for anything else. */
export function numberIn(text: string): number {
  const number = Number(text.trim() === "" ? NaN : text.replace(/(?<=\d)_(?=\d)/g, ""));
  return Number.isFinite(number) ? number : NaN;
}

/** A probability strictly between 0 and 1. */
export function probabilityOf(text: string): number {
  const probability = numberIn(text);
  if (0 < probability && probability < 1) return probability;
  throw new UsageError(
    `--probability takes a number between 0 and 1, both left out; got ${JSON.stringify(text)}`,
  );
}
