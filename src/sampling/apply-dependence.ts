import { normalCdf, normalQuantile } from "../numeric/normal.js";
import type { Dependence } from "../scenario/dependence.js";

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
  const scores = new Float64Array(inputs.length);
  for (let draw = 0; draw < length; draw++) {
    for (const [k, column] of joined.entries()) scores[k] = normalQuantile(column[draw]!);
    for (let k = 1; k < joined.length; k++) {
      const row = factor[k]!;
      let score = 0;
      for (let m = 0; m <= k; m++) score += row[m]! * scores[m]!;
      joined[k]![draw] = insideUnitInterval(normalCdf(score));
    }
  }
}

/** Far scores round to 0 or 1, which no quantile function accepts. */
export function insideUnitInterval(p: number): number {
  return Math.min(Math.max(p, Number.MIN_VALUE), 1 - 2 ** -53);
}
