import { distance } from "fastest-levenshtein";

/** Names are at most this long; comparing longer words would only cost time. */
const LONGEST_WORD = 64;

/** The name most like a misspelt word, or nothing when none is near: a third of it may differ. */
export function nearestName(word: string, names: readonly string[]): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const ranked = names
    .map((name) => ({ name, edits: distance(word.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  return best !== undefined && best.edits <= word.length / 3 ? best.name : undefined;
}
