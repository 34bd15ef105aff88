import { distance } from "fastest-levenshtein";

/** What people write, and what this language calls it. Compared in lower case. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["dollar", "USD"],
  ["dollars", "USD"],
  ["cent", "0.01 USD"],
  ["cents", "0.01 USD"],
  ["tok", "token"],
  ["toks", "token"],
  ["req", "request"],
  ["reqs", "request"],
  ["query", "request"],
  ["queries", "request"],
  ["accelerator", "GPU"],
  ["hr", "h"],
  ["hrs", "h"],
  ["hour", "h"],
  ["hours", "h"],
  ["sec", "s"],
  ["secs", "s"],
  ["second", "s"],
  ["seconds", "s"],
  ["ms", "0.001 s"],
  ["millisecond", "0.001 s"],
  ["milliseconds", "0.001 s"],
  ["min", "60 s"],
  ["mins", "60 s"],
  ["minute", "60 s"],
  ["minutes", "60 s"],
  ["d", "day"],
  ["week", "7 day"],
  ["weeks", "7 day"],
  ["mo", "month"],
  ["yr", "year"],
  ["yrs", "year"],
  ["y", "year"],
  ["watt", "W"],
  ["watts", "W"],
  ["joule", "J"],
  ["joules", "J"],
  ["byte", "B"],
  ["bytes", "B"],
  ["flops", "flop/s"],
  ["gflops", "Gflop/s"],
  ["tflops", "Tflop/s"],
  ["pflops", "Pflop/s"],
  ["percent", "%"],
  ["pct", "%"],
]);

/** Longer words are no misspelt unit, and comparing them costs time. */
const LONGEST_WORD = 32;

/**
 * What a word that is no unit was most likely meant to be, or nothing when nothing is near.
 *
 * @param known names of the units there are
 * @example suggestUnit("hours", ["h", "s"]) // => "h"
 */
export function suggestUnit(word: string, known: readonly string[]): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const lower = word.toLowerCase();
  const alias = ALIASES.get(lower);
  if (alias !== undefined) return alias;
  return (
    known.find((name) => name.toLowerCase() === lower) ??
    known.find((name) => `${name.toLowerCase()}s` === lower && name.length > 1) ??
    nearest(word, known)
  );
}

function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length < 3) return undefined;
  const allowed = word.length < 6 ? 1 : 2;
  const ranked = known
    .filter((name) => name.length > 2)
    .map((name) => ({ name, edits: distance(word, name) }))
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  return best !== undefined && best.edits <= allowed ? best.name : undefined;
}
