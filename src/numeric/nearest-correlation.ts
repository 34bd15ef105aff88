import { symmetricEigen } from "./symmetric-eigen.js";

type Matrix = readonly (readonly number[])[];

const STEPS_MAX = 1000;
const TOLERANCE = 1e-12;

/**
 * The correlation matrix nearest to a symmetric one in the Frobenius norm: alternating projections
 * onto the positive semidefinite matrices and onto those with ones on the diagonal, with Dykstra's
 * correction.
 *
 * Source: Higham, "Computing the nearest correlation matrix", IMA J. Numerical Analysis 22 (2002),
 * algorithm 3.3.
 */
export function nearestCorrelation(matrix: Matrix): Matrix {
  let y: Matrix = matrix;
  let correction: Matrix = matrix.map((row) => row.map(() => 0));
  for (let step = 0; step < STEPS_MAX; step++) {
    const r = combine(y, correction, -1);
    const x = withoutNegative(r);
    correction = combine(x, r, -1);
    const next = x.map((row, i) => row.map((value, j) => (i === j ? 1 : value)));
    const moved = Math.max(...combine(next, y, -1).flat().map(Math.abs));
    y = next;
    if (moved < TOLERANCE) break;
  }
  return y;
}

/** The nearest positive semidefinite matrix: negative eigenvalues become zero. */
function withoutNegative(matrix: Matrix): Matrix {
  const { values, vectors } = symmetricEigen(matrix);
  return matrix.map((row, i) =>
    row.map((_, j) =>
      values.reduce(
        (sum, value, k) => (value > 0 ? sum + value * vectors[i]![k]! * vectors[j]![k]! : sum),
        0,
      ),
    ),
  );
}

function combine(a: Matrix, b: Matrix, factor: number): Matrix {
  return a.map((row, i) => row.map((value, j) => value + factor * b[i]![j]!));
}
