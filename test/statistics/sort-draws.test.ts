import { expect, it } from "vitest";
import { columnOf } from "../../src/statistics/column.js";
import { sortColumn } from "../../src/statistics/percentile.js";
import { sortDraws } from "../../src/statistics/sort-draws.js";

const values = Float64Array.from({ length: 1000 }, (_, k) => (k % 97 === 0 ? NaN : (k * 37) % 211));

it.each([undefined, { count: 8, block: 16 }, { count: 3, block: 500 }])(
  "sorts what sortColumn sorts, by replicates %o, and tells the draws",
  (replication) => {
    const { order, ...found } = sortDraws(values, replication);
    expect(found).toEqual(sortColumn(columnOf(values, replication)));
    expect(Float64Array.from(order, (draw) => values[draw]!)).toEqual(found.sorted);
  },
);
