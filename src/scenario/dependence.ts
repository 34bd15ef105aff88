import { cholesky } from "../numeric/cholesky.js";
import type { Correlation } from "./scenario.js";

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
