import { describe, expect, it } from "vitest";
import { columnOf } from "../../src/statistics/column.js";

const values = Float64Array.from({ length: 11 }, (_, draw) => draw);

describe("columnOf", () => {
  it("deals blocks out to replicates in turn, the last block short", () => {
    const { replicates } = columnOf(values, { count: 2, block: 3 });
    expect(replicates!.map((part) => [...part])).toEqual([
      [0, 1, 2, 6, 7, 8],
      [3, 4, 5, 9, 10],
    ]);
  });

  it("has no replicates that got no draw, and none where draws are independent", () => {
    expect(columnOf(values, { count: 8, block: 6 }).replicates).toHaveLength(2);
    expect(columnOf(values, undefined).replicates).toBeUndefined();
  });
});
