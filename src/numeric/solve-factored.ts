/**
 * The x with L Lᵀ x = b. A zero pivot, which `cholesky` leaves for a row that the earlier ones
 * determine, gives a zero in x.
 *
 * @param lower row i holds i + 1 numbers
 *
 * Source: Golub & Van Loan, Matrix Computations (2013), algorithms 3.1.1 and 3.1.2.
 */
export function solveFactored(
  lower: readonly (readonly number[])[],
  b: readonly number[],
): readonly number[] {
  const n = lower.length;
  const x = [...b];
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i] = divide(x[i]!, lower[i]![i]!);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i] = divide(x[i]!, lower[i]![i]!);
  }
  return x;
}

function divide(rest: number, pivot: number): number {
  return pivot === 0 ? 0 : rest / pivot;
}
