import { describe, expect, it } from "vitest";
import { cholesky } from "../../src/numeric/cholesky.js";
import { solveFactored } from "../../src/numeric/solve-factored.js";
import { solveTridiagonal } from "../../src/numeric/solve-tridiagonal.js";

describe("solveTridiagonal", () => {
  it("solves the second-difference equations, whose answer is a parabola", () => {
    const n = 9;
    const x = solveTridiagonal(
      new Float64Array(n).fill(2),
      new Float64Array(n).fill(-1),
      new Float64Array(n).fill(1),
    );
    for (let k = 0; k < n; k++) expect(x[k]).toBeCloseTo(((k + 1) * (n - k)) / 2, 12);
  });

  it("leaves zero where a row is empty", () => {
    expect([...solveTridiagonal([4, 0, 2], [0, 0], [8, 0, 6])]).toEqual([2, 0, 3]);
  });
});

describe("solveFactored", () => {
  it("solves a small system exactly", () => {
    const factor = cholesky([
      [4, 2, 0],
      [2, 5, 3],
      [0, 3, 6],
    ])!;
    // A (1, -2, 3) = (0, 1, 12).
    const x = solveFactored(factor, [0, 1, 12]);
    for (const [k, truth] of [1, -2, 3].entries()) expect(x[k]).toBeCloseTo(truth, 12);
  });

  it("gives nothing to a row that an earlier one determines", () => {
    const x = solveFactored(
      cholesky([
        [1, 1],
        [1, 1],
      ])!,
      [3, 3],
    );
    expect(x).toEqual([3, 0]);
  });
});
