/**
 * The x with A x = b for a symmetric positive semidefinite tridiagonal A. A zero pivot, as of a row of
 * zeros, gives a zero in x.
 *
 * @param diagonal as long as `b`
 * @param beside entry k stands beside the diagonal's k and k + 1
 *
 * Source: Golub & Van Loan, Matrix Computations (2013), algorithm 4.3.6.
 */
export function solveTridiagonal(
  diagonal: ArrayLike<number>,
  beside: ArrayLike<number>,
  b: ArrayLike<number>,
): Float64Array {
  const n = b.length;
  const pivots = Float64Array.from(diagonal);
  const x = Float64Array.from(b);
  for (let k = 1; k < n; k++) {
    const factor = pivots[k - 1]! > 0 ? beside[k - 1]! / pivots[k - 1]! : 0;
    pivots[k]! -= factor * beside[k - 1]!;
    // What rounding leaves of nothing is nothing.
    if (pivots[k]! <= 1e-12 * diagonal[k]!) pivots[k] = 0;
    x[k]! -= factor * x[k - 1]!;
  }
  for (let k = n - 1; k >= 0; k--) {
    const rest = k + 1 < n ? x[k]! - beside[k]! * x[k + 1]! : x[k]!;
    x[k] = pivots[k]! > 0 ? rest / pivots[k]! : 0;
  }
  return x;
}
