import type { Estimate, Interval } from "../statistics/estimate.js";
import { jackknife } from "../statistics/jackknife.js";
import type { Parts } from "../statistics/parts.js";

/** Percentile ranks of an input among some draws, in [0, 1]. */
export interface RankSpread {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** How an input differs between some draws and the others. */
export interface RankShift {
  /**
   * How much likelier a draw of the group has the larger input of two, one of either kind, than the
   * smaller: the area under the ROC curve, doubled, less 1. In [-1, 1], 0 where nothing differs.
   */
  readonly separation: Estimate & Interval;
  readonly group: RankSpread;
  readonly others: RankSpread;
}

/** Cells in which percentile ranks are counted. */
const CELLS = 1000;

/**
 * Compares the percentile ranks of an input in a group of draws with those in the others. Spreads are
 * read off a thousand cells, so they are good to a tenth of a percentile.
 *
 * @param ranks of the input among all draws, in (0, 1)
 * @param inGroup 1 for draws of the group, 0 for the others; some of either
 *
 * Source: Mann & Whitney, "On a test of whether one of two random variables is stochastically larger
 * than the other", Annals of Mathematical Statistics 18 (1947). With ranks over all draws their U
 * over its largest value is 1/2 + the difference of the mean percentile ranks.
 */
export function rankShift(ranks: Float64Array, inGroup: Uint8Array, parts: Parts): RankShift {
  const cells = [new Float64Array(CELLS), new Float64Array(CELLS)];
  const sums = Array.from({ length: 4 }, () => new Float64Array(parts.count));
  for (let draw = 0; draw < ranks.length; draw++) {
    const side = inGroup[draw]!;
    const rank = ranks[draw]!;
    const part = parts.of[draw]!;
    cells[side]![Math.floor(rank * CELLS)]! += 1;
    sums[2 * side]![part]! += rank;
    sums[2 * side + 1]![part]! += 1;
  }
  return {
    separation: jackknife(sums, ([others, n, group, m]) => 2 * (group! / m! - others! / n!)),
    group: spreadOf(cells[1]!),
    others: spreadOf(cells[0]!),
  };
}

function spreadOf(cells: Float64Array): RankSpread {
  return { p10: quantile(cells, 0.1), p50: quantile(cells, 0.5), p90: quantile(cells, 0.9) };
}

/** Interpolated inside the cell in which the share is reached. */
function quantile(cells: Float64Array, p: number): number {
  const wanted = p * cells.reduce((sum, count) => sum + count, 0);
  let below = 0;
  let cell = 0;
  while (below + cells[cell]! < wanted) below += cells[cell++]!;
  return (cell + (wanted - below) / cells[cell]!) / CELLS;
}
