import { describe, expect, it } from "vitest";
import { sortWithOrder } from "../../src/numeric/sort-ascending.js";
import { sortedTenths } from "../../src/sensitivity/sorted-tenths.js";
import { tenthsOf } from "../../src/sensitivity/tenths.js";
import { columnOf } from "../../src/statistics/column.js";
import { sortColumn } from "../../src/statistics/percentile.js";

const DRAWS = 3000;
/** More inputs than one number has bits for. */
const INPUTS = 19;
const uniforms = Array.from({ length: INPUTS }, (_, input) =>
  Float64Array.from(
    { length: DRAWS },
    (_, k) => ((k + 7 * input) * (0.6180339887498949 + input / 100)) % 1,
  ),
);
const values = uniforms[0]!.map((u, k) => (k % 101 === 0 ? NaN : Math.sin(9 * u) + (k % 7)));

describe.each([undefined, { count: 8, block: 16 }, { count: 200, block: 15 }])(
  "the tenths of inputs, by replicates %o",
  (replication) => {
    it.each([[[...uniforms.keys()]], [[15, 16]], [[3, 18]], [[]]])(
      "are dealt out as selecting and sorting them would: inputs %j",
      (inputs) => {
        const found = sortedTenths(sortWithOrder(values), tenthsOf(uniforms, replication), inputs);
        expect(found).toHaveLength(inputs.length);
        for (const [k, { low, high }] of found.entries()) {
          const of = uniforms[inputs[k]!]!;
          const chosen = (isIn: (u: number) => boolean) => {
            const pick = (us: Float64Array, from: Float64Array) =>
              from.filter((_, draw) => isIn(us[draw]!));
            const [us, all] = [columnOf(of, replication), columnOf(values, replication)];
            const parts = all.replicates?.map((part, r) => pick(us.replicates![r]!, part));
            const replicates = parts?.filter(({ length }) => length > 0);
            return sortColumn({ values: pick(of, values), ...(replicates && { replicates }) });
          };
          expect(low).toEqual(chosen((u) => u < 0.1));
          expect(high).toEqual(chosen((u) => u >= 0.9));
        }
      },
    );
  },
);
