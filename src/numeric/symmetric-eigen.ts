/** Eigenvalues, and eigenvectors by columns: `vectors[i][k]` is entry i of vector k. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

const SWEEPS_MAX = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations; exact to rounding.
 *
 * Source: Golub & Van Loan, Matrix Computations (2013), algorithm 8.5.3.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = a.map((_, i) => a.map((__, j) => Number(i === j)));
  for (let sweep = 0; sweep < SWEEPS_MAX; sweep++) {
    let rotated = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(a[p]![q]!) <= 1e-17 * Math.sqrt(Math.abs(a[p]![p]! * a[q]![q]!) + 1e-300))
          continue;
        rotate(a, vectors, p, q);
        rotated = true;
      }
    }
    if (!rotated) break;
  }
  return { values: a.map((row, i) => row[i]!), vectors };
}

/** One rotation that makes entry (p, q) zero. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (row: number[]): void => {
    const [x, y] = [row[p]!, row[q]!];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  };
  a.forEach(turn);
  const [rowP, rowQ] = [a[p]!, a[q]!];
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [rowP[k]!, rowQ[k]!];
    rowP[k] = c * x - s * y;
    rowQ[k] = s * x + c * y;
  }
  rowP[q] = 0;
  rowQ[p] = 0;
  vectors.forEach(turn);
}
