import { cholesky } from "../numeric/cholesky.js";
import { nearestCorrelation } from "../numeric/nearest-correlation.js";
import type { Correlation } from "./scenario.js";

/** Inputs joined by a Gaussian copula: names, and the Cholesky factor of their normal scores. */
export interface Dependence {
  readonly inputs: readonly string[];
  readonly factor: readonly (readonly number[])[];
}

/** The nearest matrix is singular; this much closer to independence, rounding cannot spoil it. */
const INSIDE = 1 - 1e-9;

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
 * The rank correlations nearest to those asked for that can hold together, by the nearest matrix of
 * normal scores. Pairs that were not named ask for 0, and may get something else.
 *
 * @returns every pair of the inputs named, in the order of the matrix's upper triangle
 */
export function nearestCorrelations(correlations: readonly Correlation[]): readonly Correlation[] {
  const { inputs, matrix } = scoreMatrix(correlations);
  const nearest = nearestCorrelation(matrix);
  const named = new Map(correlations.map((entry) => [pairKey(entry.between), entry]));
  return inputs.flatMap((a, i) =>
    inputs.slice(i + 1).map((b, k) => {
      const entry = named.get(pairKey([a, b])) ?? { between: [a, b], rank: 0 };
      const score = nearest[i]![i + 1 + k]! * INSIDE;
      const rank = (6 / Math.PI) * Math.asin(score / 2);
      return { ...entry, rank, asked: entry.rank };
    }),
  );
}

function pairKey(between: readonly [string, string]): string {
  return between.toSorted().join(" and ");
}

/** The correlations of the normal scores; pairs not named are independent. */
function scoreMatrix(correlations: readonly Correlation[]): {
  readonly inputs: readonly string[];
  readonly matrix: readonly (readonly number[])[];
} {
  const inputs = [...new Set(correlations.flatMap(({ between }) => between))];
  const places = new Map(inputs.map((name, place) => [name, place]));
  const matrix = inputs.map((_, i) => inputs.map((__, j) => Number(i === j)));
  for (const { between, rank } of correlations) {
    const [i, j] = between.map((name) => places.get(name)!) as [number, number];
    const score = 2 * Math.sin((Math.PI * rank) / 6);
    matrix[i]![j] = score;
    matrix[j]![i] = score;
  }
  return { inputs, matrix };
}
