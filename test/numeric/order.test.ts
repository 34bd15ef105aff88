import { describe, expect, it } from "vitest";
import { sortAscending, sortWithOrder } from "../../src/numeric/sort-ascending.js";

/** Columns that a radix sort or an insertion sort could get wrong. */
const COLUMNS: readonly (readonly [string, (k: number) => number])[] = [
  ["scattered values of either sign", (k) => Math.sin(k * 12.9898) * Math.exp(k % 40)],
  ["values that differ in their last bits only", (k) => 1 + ((k * 7919) % 1000) * 2 ** -52],
  ["few different values", (k) => (k * 7919) % 5],
  ["one value", () => 3.5],
  ["ascending values", (k) => k],
  ["descending values", (k) => -k],
  ["zeros of either sign", (k) => (k % 3 === 0 ? -0 : k % 3 === 1 ? 0 : -1)],
  ["infinities and what is no number", (k) => [Infinity, -Infinity, NaN, k, -NaN][k % 5]!],
];
const LENGTHS = [1, 2, 3, 31, 511, 512, 5000, 20_000] as const;

describe.each(COLUMNS)("a column of %s", (_, value) => {
  const columns = LENGTHS.map((length) => Float64Array.from({ length }, (_, k) => value(k)));

  it("is sorted as the built-in sort does, and left as it was", () => {
    for (const column of columns) {
      const before = column.slice();
      expect(sameBits(sortAscending(column), before.slice().sort())).toBe(true);
      expect(sameBits(column, before)).toBe(true);
    }
  });

  it("has an order in which values ascend, equal ones as given and NaN last", () => {
    for (const column of columns) {
      const { order, sorted } = sortWithOrder(column);
      expect(sorted.every((v, k) => Object.is(v, column[order[k]!]))).toBe(true);
      expect(new Set(order).size).toBe(column.length);
      const key = (k: number): number => (Number.isNaN(column[k]!) ? Infinity : column[k]!);
      const wrong = order.findIndex((here, k) => {
        const before = order[k - 1];
        if (before === undefined || key(before) < key(here)) return false;
        if (Number.isNaN(column[before]!) !== Number.isNaN(column[here]!)) {
          return Number.isNaN(column[before]!);
        }
        return (
          key(before) > key(here) || (Object.is(column[before], column[here]) && before > here)
        );
      });
      expect(wrong).toBe(-1);
    }
  });
});

function sameBits(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, k) => Object.is(value, b[k]));
}
