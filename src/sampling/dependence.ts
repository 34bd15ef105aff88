import { cholesky } from "../numeric/cholesky.js";
import { normalCdf, normalQuantile } from "../numeric/normal.js";
import type { Correlation } from "../scenario/scenario.js";

/** Inputs joined by a Gaussian copula: names, and the Cholesky factor of their normal scores. */
export interface Dependence {
  readonly inputs: readonly string[];
  readonly factor: readonly (readonly number[])[];
}

/**
 * The Gaussian copula whose rank correlations are the ones asked for, or undefined where no set of
 * inputs can have all of them at once.
 *
 * A Spearman correlation rho needs the normal scores to correlate by 2 sin(pi rho / 6).
 * Source: Kruskal, "Ordinal measures of association", JASA 53 (1958), equation 9.6.
 */
export function createDependence(correlations: readonly Correlation[]): Dependence | undefined {
  const inputs = [...new Set(correlations.flatMap(({ between }) => between))];
  const matrix = inputs.map((_, i) => inputs.map((_, j) => Number(i === j)));
  for (const { between, rank } of correlations) {
    const [i, j] = between.map((name) => inputs.indexOf(name)) as [number, number];
    const score = 2 * Math.sin((Math.PI * rank) / 6);
    matrix[i]![j] = score;
    matrix[j]![i] = score;
  }
  const factor = cholesky(matrix);
  return factor && { inputs, factor };
}

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
function insideUnitInterval(p: number): number {
  return Math.min(Math.max(p, Number.MIN_VALUE), 1 - 2 ** -53);
}
