import { normalCdf, normalQuantile } from "../numeric/normal.js";
import type { Dependence } from "../scenario/dependence.js";

/** Draws worked on together: their scores stay in cache. */
const BLOCK_DRAWS = 1024;

/**
 * Replaces the independent uniforms of the joined inputs by dependent ones, in place.
 * The first input of the copula keeps its uniforms; so does every input outside it.
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
  for (let start = 0; start < length; start += BLOCK_DRAWS) {
    const blocks = joined.map((column) => column.subarray(start, start + BLOCK_DRAWS));
    for (const [k, block] of blocks.entries()) fillScores(block, scores[k]!);
    for (let k = 1; k < blocks.length; k++) fillJoined(factor[k]!, scores, blocks[k]!);
  }
}

function fillScores(uniforms: Float64Array, scores: Float64Array): void {
  for (let draw = 0; draw < uniforms.length; draw++) scores[draw] = normalQuantile(uniforms[draw]!);
}

function fillJoined(
  row: readonly number[],
  scores: readonly Float64Array[],
  uniforms: Float64Array,
): void {
  for (let draw = 0; draw < uniforms.length; draw++) {
    let score = 0;
    for (let m = 0; m < row.length; m++) score += row[m]! * scores[m]![draw]!;
    uniforms[draw] = insideUnitInterval(normalCdf(score));
  }
}

/** Far scores round to 0 or 1, which no quantile function accepts. */
export function insideUnitInterval(p: number): number {
  return Math.min(Math.max(p, Number.MIN_VALUE), 1 - 2 ** -53);
}
