import { quickNormalCdf } from "../numeric/normal-cdf-cells.js";
import { normalQuantile } from "../numeric/normal.js";
import type { Dependence } from "../scenario/dependence.js";

/** Draws worked on together: their scores stay in cache. */
const BLOCK_DRAWS = 1024;

/**
 * Replaces the independent uniforms of the joined inputs by dependent ones, in place. The first input of
 * the copula keeps its uniforms; so does every input that depends on none before it.
 *
 * @param columns uniforms by input name, all of one length
 */
export function applyDependence(
  { inputs, factor }: Dependence,
  columns: ReadonlyMap<string, Float64Array>,
): void {
  const joined = inputs.map((name) => columns.get(name)!);
  const length = joined[0]?.length ?? 0;
  const scores = inputs.map(() => new Float64Array(Math.min(BLOCK_DRAWS, length)));
  const mixed = new Float64Array(Math.min(BLOCK_DRAWS, length));
  for (let start = 0; start < length; start += BLOCK_DRAWS) {
    const blocks = joined.map((column) => column.subarray(start, start + BLOCK_DRAWS));
    for (const [k, block] of blocks.entries()) fillScores(block, scores[k]!);
    for (const [k, block] of blocks.entries()) {
      if (!dependsOnOthers(factor[k]!)) continue;
      mix(factor[k]!, scores, mixed);
      for (let draw = 0; draw < block.length; draw++) {
        block[draw] = insideUnitInterval(quickNormalCdf(mixed[draw]!));
      }
    }
  }
}

function fillScores(uniforms: Float64Array, scores: Float64Array): void {
  for (let draw = 0; draw < uniforms.length; draw++) scores[draw] = normalQuantile(uniforms[draw]!);
}

/** The last of a row is the input's own. */
function dependsOnOthers(row: readonly number[]): boolean {
  return row.findIndex((weight) => weight !== 0) < row.length - 1;
}

function mix(row: readonly number[], scores: readonly Float64Array[], mixed: Float64Array): void {
  mixed.fill(0);
  for (const [k, weight] of row.entries()) {
    if (weight === 0) continue;
    const from = scores[k]!;
    for (let draw = 0; draw < mixed.length; draw++) mixed[draw]! += weight * from[draw]!;
  }
}

/** Far scores round to 0 or 1, which no quantile function accepts. */
export function insideUnitInterval(p: number): number {
  return Math.min(Math.max(p, Number.MIN_VALUE), 1 - 2 ** -53);
}
