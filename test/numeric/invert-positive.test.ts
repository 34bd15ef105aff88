import { expect, it } from "vitest";
import { invertPositive } from "../../src/numeric/invert-positive.js";

it("inverts a matrix of rows of very different size", () => {
  // By hand: the determinant of [[4, 2, 0], [2, 5, 1], [0, 1, 3]] is 44.
  const scale = [1e-9, 1, 1e9];
  const plain = [
    [4, 2, 0],
    [2, 5, 1],
    [0, 1, 3],
  ];
  const inverse = [
    [14, -6, 2],
    [-6, 12, -4],
    [2, -4, 16],
  ];
  const found = invertPositive(
    plain.map((row, i) => row.map((x, j) => x * scale[i]! * scale[j]!)),
  )!;
  found.forEach((row, i) =>
    row.forEach((x, j) => {
      expect(x * scale[i]! * scale[j]! * 44).toBeCloseTo(inverse[i]![j]!, 12);
    }),
  );
});

it.each([
  [
    [
      [1, 2],
      [2, 4],
    ],
  ],
  [
    [
      [1, 2],
      [2, 1],
    ],
  ],
  [
    [
      [NaN, 0],
      [0, 1],
    ],
  ],
])("has none of %j, which is not positive definite", (matrix) => {
  expect(invertPositive(matrix)).toBeUndefined();
});
