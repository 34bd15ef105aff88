import { createMoments, type StreamMoments } from "../statistics/stream-moments.js";
import { type Counts, mergedCounts, type Tally } from "../statistics/tally.js";
import { GROUPS, NAMED_MAX, type Portion, type TallyAsked } from "./chunk-tallier.js";

/** What is kept of an output of a run whose draws are too many to be held. */
export interface Tallied {
  /** By independent group; values and thresholds are in the output's own unit. */
  readonly groups: readonly Tally[];
  /** The first draws, in base units. */
  readonly first: Float64Array;
  /** Numbers of the first draws without a finite value, three at most. */
  readonly undefinedAt: readonly number[];
}

/** Joins what several threads have tallied. */
export interface TallyMerger {
  /** The portions of the chunk at a place of the plan, in any order of the chunks. */
  readonly add: (place: number, portions: readonly Portion[]) => void;
  /** What a thread has counted. */
  readonly count: (counts: readonly (readonly Counts[])[]) => void;
  /** @param first columns of the draws that were kept */
  readonly finish: (first: readonly Float64Array[]) => readonly Tallied[];
}

/**
 * Begins with nothing. Counts add up in any order; portions wait until those before them are in, so that
 * the bits do not depend on the threads.
 */
export function tallyMerger({ outputs }: TallyAsked): TallyMerger {
  const groupsOf = <T>(make: () => T): T[] => Array.from({ length: GROUPS }, make);
  const each = outputs.map(() => ({
    moments: groupsOf(createMoments),
    counts: groupsOf((): Counts[] => []),
    undefinedAt: [] as number[],
  }));
  const waiting = new Map<number, readonly Portion[]>();
  let next = 0;
  const take = (portions: readonly Portion[]): void => {
    for (const [output, { moments, undefinedAt }] of portions.entries()) {
      const own = each[output]!;
      for (const { group, of } of moments) own.moments[group]!.add(of);
      own.undefinedAt.push(...undefinedAt.slice(0, NAMED_MAX - own.undefinedAt.length));
    }
  };
  return {
    add: (place, portions) => {
      waiting.set(place, portions);
      for (let ready = waiting.get(next); ready; ready = waiting.get(next)) {
        take(ready);
        waiting.delete(next++);
      }
    },
    count: (counts) => {
      for (const [output, groups] of counts.entries()) {
        for (const [group, one] of groups.entries()) each[output]!.counts[group]!.push(one);
      }
    },
    finish: (first) =>
      each.map(({ moments, counts, undefinedAt }, output) => ({
        groups: counts.map((parts, group) =>
          tallyOf(mergedCounts(parts), moments[group]!.moments()),
        ),
        first: first[output]!,
        undefinedAt,
      })),
  };
}

function tallyOf(
  { sketch, hits }: Counts,
  { finite, ...moments }: ReturnType<StreamMoments["moments"]>,
): Tally {
  const { count } = sketch;
  return { count, undefined: count - finite, ...moments, sketch, hits };
}
