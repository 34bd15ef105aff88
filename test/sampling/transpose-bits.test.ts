import fc from "fast-check";
import { expect, it } from "vitest";
import { transposeBits } from "../../src/sampling/transpose-bits.js";

const bit = (rows: Uint32Array, row: number, column: number): number =>
  (rows[row]! >>> (31 - column)) & 1;

it("swaps rows and columns of bits", () => {
  fc.assert(
    fc.property(fc.uint32Array({ minLength: 32, maxLength: 32 }), (rows) => {
      const columns = rows.slice();
      transposeBits(columns);
      for (let i = 0; i < 32; i++) {
        for (let j = 0; j < 32; j++) expect(bit(columns, j, i)).toBe(bit(rows, i, j));
      }
    }),
    { numRuns: 20 },
  );
});
