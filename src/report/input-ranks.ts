import type { Summary } from "../summary/summary.js";
import { subjectOf } from "./figures/subject.js";

/** The places of inputs by how far each moves the leading output, from 1; others have none. */
export function inputRanks(summary: Summary): ReadonlyMap<string, number> {
  return new Map(subjectOf(summary).drivers.map(({ input }, k) => [input, k + 1]));
}

/** Orders what belongs to inputs by their ranks, what has none last and otherwise as it stands. */
export function byRank<T extends { readonly name: string }>(
  parts: readonly T[],
  ranks: ReadonlyMap<string, number>,
): readonly T[] {
  const place = ({ name }: T): number => ranks.get(name) ?? ranks.size + 1;
  return parts.toSorted((one, other) => place(one) - place(other));
}
