/**
 * The inverse of a symmetric positive definite matrix, or undefined where it is not one to working
 * precision. For the few parameters of a fit.
 *
 * @param matrix row by row; only the lower triangle is read
 *
 * Source: Golub & Van Loan, Matrix Computations (2013), algorithm 4.2.2, on the matrix scaled to a
 * unit diagonal, so that parameters of very different size do no harm.
 */
export function invertPositive(
  matrix: readonly (readonly number[])[],
): readonly (readonly number[])[] | undefined {
  const scale = matrix.map((row, i) => 1 / Math.sqrt(row[i]!));
  const inverse = invertLower(matrix.map((row, i) => row.map((x, j) => x * scale[i]! * scale[j]!)));
  // A⁻¹ = L⁻ᵀ L⁻¹.
  return (
    inverse &&
    matrix.map((_, i) => matrix.map((__, j) => product(inverse, i, j) * scale[i]! * scale[j]!))
  );
}

const PIVOT_MIN = 1e-14;

/** L⁻¹ of the Cholesky factor L, row by row. */
function invertLower(matrix: readonly (readonly number[])[]): readonly number[][] | undefined {
  const size = matrix.length;
  const lower: number[][] = [];
  const inverse: number[][] = [];
  for (let i = 0; i < size; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= row[k]! * (j === i ? row : lower[j]!)[k]!;
      if (j === i && !(rest > PIVOT_MIN)) return undefined;
      row.push(j === i ? Math.sqrt(rest) : rest / lower[j]![j]!);
    }
    lower.push(row);
    inverse.push(
      Array.from({ length: size }, (_, j) => {
        let rest = i === j ? 1 : 0;
        for (let k = j; k < i; k++) rest -= row[k]! * inverse[k]![j]!;
        return rest / row[i]!;
      }),
    );
  }
  return inverse;
}

function product(inverse: readonly number[][], i: number, j: number): number {
  return inverse.reduce((sum, row) => sum + row[i]! * row[j]!, 0);
}
