import { describe, expect, it } from "vitest";
import { cholesky } from "../../src/numeric/cholesky.js";
import { nearestCorrelation } from "../../src/numeric/nearest-correlation.js";
import { symmetricEigen } from "../../src/numeric/symmetric-eigen.js";

describe("nearestCorrelation", () => {
  it("gives the published example to its four digits", () => {
    // Higham (2002), section 4: the tridiagonal matrix of ones.
    const nearest = nearestCorrelation([
      [1, 1, 0],
      [1, 1, 1],
      [0, 1, 1],
    ]);
    expect(nearest[0]![1]).toBeCloseTo(0.7607, 4);
    expect(nearest[0]![2]).toBeCloseTo(0.1573, 4);
    expect(nearest[1]![2]).toBeCloseTo(0.7607, 4);
  });

  it("weakens three correlations that exclude each other to one half", () => {
    const nearest = nearestCorrelation([
      [1, 0.9, 0.9],
      [0.9, 1, -0.9],
      [0.9, -0.9, 1],
    ]);
    for (const [i, j, sign] of [
      [0, 1, 1],
      [0, 2, 1],
      [1, 2, -1],
    ] as const) {
      expect(nearest[i]![j]).toBeCloseTo(0.5 * sign, 9);
    }
    expect(cholesky(nearest, 1e-9)).toBeDefined();
  });

  it("leaves a matrix that can exist as it is", () => {
    const sound = [
      [1, 0.3],
      [0.3, 1],
    ];
    expect(nearestCorrelation(sound).flat()).toEqual(
      sound.flat().map((x) => expect.closeTo(x, 12)),
    );
  });
});

describe("symmetricEigen", () => {
  it("rebuilds its matrix from values and vectors", () => {
    const matrix = [
      [4, 1, -2],
      [1, 2, 0],
      [-2, 0, 3],
    ];
    const { values, vectors } = symmetricEigen(matrix);
    for (const [i, row] of matrix.entries()) {
      for (const [j, entry] of row.entries()) {
        const rebuilt = values.reduce(
          (sum, value, k) => sum + value * vectors[i]![k]! * vectors[j]![k]!,
          0,
        );
        expect(rebuilt).toBeCloseTo(entry, 12);
      }
    }
  });
});
