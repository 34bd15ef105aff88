import { cholesky } from "../numeric/cholesky.js";
import { nearestCorrelation } from "../numeric/nearest-correlation.js";
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
  const { inputs, matrix } = scoreMatrix(correlations);
  const factor = cholesky(matrix);
  return factor && { inputs, factor };
}

/**
 * The rank correlations nearest to those asked for that can hold together, in the order asked, by
 * the nearest matrix of normal scores.
 */
export function nearestRanks(correlations: readonly Correlation[]): readonly number[] {
  const { inputs, matrix } = scoreMatrix(correlations);
  const nearest = nearestCorrelation(matrix);
  return correlations.map(({ between }) => {
    const [i, j] = between.map((name) => inputs.indexOf(name)) as [number, number];
    return (6 / Math.PI) * Math.asin(nearest[i]![j]! / 2);
  });
}

/** The correlations of the normal scores; pairs not named are independent. */
function scoreMatrix(correlations: readonly Correlation[]): {
  readonly inputs: readonly string[];
  readonly matrix: readonly (readonly number[])[];
} {
  const inputs = [...new Set(correlations.flatMap(({ between }) => between))];
  const matrix = inputs.map((_, i) => inputs.map((__, j) => Number(i === j)));
  for (const { between, rank } of correlations) {
    const [i, j] = between.map((name) => inputs.indexOf(name)) as [number, number];
    const score = 2 * Math.sin((Math.PI * rank) / 6);
    matrix[i]![j] = score;
    matrix[j]![i] = score;
  }
  return { inputs, matrix };
}
