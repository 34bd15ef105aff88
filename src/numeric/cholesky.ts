/**
 * The lower-triangular L with L Lᵀ = A, or undefined where A is not positive semidefinite.
 * A pivot within `tolerance` of zero counts as zero, so perfectly dependent rows are allowed.
 *
 * @param matrix symmetric, square, row by row
 * @returns row i holds i + 1 numbers
 *
 * Source: Golub & Van Loan, Matrix Computations (2013), algorithm 4.2.2 (row version).
 */
export function cholesky(
  matrix: readonly (readonly number[])[],
  tolerance = 1e-12,
): readonly (readonly number[])[] | undefined {
  const lower: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const current: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = j === i ? current : lower[j]!;
      let rest = row[j]!;
      for (let k = 0; k < j; k++) rest -= current[k]! * other[k]!;
      if (j < i) {
        const pivot = lower[j]![j]!;
        if (pivot === 0 && Math.abs(rest) > Math.sqrt(tolerance)) return undefined;
        current.push(pivot === 0 ? 0 : rest / pivot);
      } else if (rest < -tolerance) return undefined;
      else current.push(rest <= tolerance ? 0 : Math.sqrt(rest));
    }
    lower.push(current);
  }
  return lower;
}
