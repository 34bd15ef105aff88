import type { Replication } from "../sampling/design.js";
import { columnOf } from "../statistics/column.js";
import { countAtOrBelow } from "../statistics/count-at-or-below.js";
import type { DifferingFactor } from "./differing-factors.js";
import type { Hybrids } from "./hybrids.js";

/** Statistics of the output of every mixture, over all draws and over each replicate. */
export interface Worths {
  /** One value a mixture, in the order of their sets. */
  readonly whole: Float64Array;
  readonly replicates: readonly Float64Array[];
}

/** What simulating all mixtures left behind. */
export interface Simulated {
  /** Medians of the output. */
  readonly medians: Worths;
  /** Shares of draws at or below each threshold. */
  readonly shares: readonly Worths[];
  /** The output of the first scenario and of the second. */
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/**
 * Evaluates the output of every mixture and keeps its median and its shares at or below thresholds.
 *
 * @param scale base units in one unit of the output and the thresholds
 * @param thresholds in the output's unit
 */
export function simulateHybrids(
  { hybrids, factors, output }: Mixtures,
  scale: number,
  thresholds: readonly number[],
  { draws, replication }: { readonly draws: number; readonly replication: Replication },
): Simulated {
  const mixtures = 2 ** factors.length;
  const medians = emptyWorths(mixtures, replication.count);
  const shares = thresholds.map(() => emptyWorths(mixtures, replication.count));
  const ends: Float64Array[] = [];
  for (let set = 0; set < mixtures; set++) {
    const base = hybrids(set).get(output)!;
    const values = new Float64Array(draws);
    for (let i = 0; i < draws; i++) values[i] = base[base.length === 1 ? 0 : i]! / scale;
    const parts = columnOf(values, replication).replicates!;
    record(medians, set, values, parts, median);
    for (const [k, threshold] of thresholds.entries()) {
      const share = (part: Float64Array): number => countAtOrBelow(part, threshold) / part.length;
      record(shares[k]!, set, values, parts, share);
    }
    if (set === 0 || set === mixtures - 1) ends.push(values);
  }
  return { medians, shares, a: ends[0]!, b: ends.at(-1)! };
}

/** The mixtures and the output asked of them. */
export interface Mixtures {
  readonly hybrids: Hybrids;
  readonly factors: readonly DifferingFactor[];
  readonly output: string;
}

function emptyWorths(mixtures: number, replicates: number): Worths {
  return {
    whole: new Float64Array(mixtures),
    replicates: Array.from({ length: replicates }, () => new Float64Array(mixtures)),
  };
}

function record(
  worths: Worths,
  set: number,
  values: Float64Array,
  parts: readonly Float64Array[],
  statistic: (part: Float64Array) => number,
): void {
  worths.whole[set] = statistic(values);
  for (const [k, part] of parts.entries()) worths.replicates[k]![set] = statistic(part);
}

/** The median (type 7); draws that are not numbers count as larger than any number. */
function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)]!, sorted[Math.ceil(middle)]!];
  return low === high ? low : (low + high) / 2;
}
