import { expect, it } from "vitest";
import { sortWithOrder } from "../../src/numeric/sort-ascending.js";
import { drivingInput } from "../../src/sensitivity/driving-input.js";
import { sortedParts } from "../../src/sensitivity/sorted-parts.js";
import { columnOf } from "../../src/statistics/column.js";
import { sortColumn } from "../../src/statistics/percentile.js";

const DRAWS = 3000;
const uniforms = Float64Array.from({ length: DRAWS }, (_, k) => (k * 0.6180339887498949) % 1);
const values = uniforms.map((u, k) => (k % 101 === 0 ? NaN : Math.sin(9 * u) + (k % 7)));

it.each([undefined, { count: 8, block: 16 }, { count: 200, block: 15 }])(
  "deals the tenths of an input out as selecting and sorting them would, by replicates %o",
  (replication) => {
    const { low, high } = sortedParts(
      sortWithOrder(values),
      drivingInput(uniforms, replication).tenths,
    );
    const chosen = (isIn: (u: number) => boolean) => {
      const pick = (us: Float64Array, of: Float64Array) => of.filter((_, k) => isIn(us[k]!));
      const [us, all] = [columnOf(uniforms, replication), columnOf(values, replication)];
      const parts = all.replicates?.map((part, r) => pick(us.replicates![r]!, part));
      const replicates = parts?.filter(({ length }) => length > 0);
      return sortColumn({ values: pick(uniforms, values), ...(replicates ? { replicates } : {}) });
    };
    expect(low).toEqual(chosen((u) => u < 0.1));
    expect(high).toEqual(chosen((u) => u >= 0.9));
  },
);
