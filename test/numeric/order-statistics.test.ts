import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderStatistics } from "../../src/numeric/order-statistics.js";

/** Columns whose bits a count could get wrong. */
const COLUMNS: readonly (readonly [string, (k: number) => number])[] = [
  ["scattered values of either sign", (k) => Math.sin(k * 12.9898) * Math.exp(k % 40)],
  ["values of one sign", (k) => Math.exp(3 * Math.sin(k * 78.233))],
  ["negative values", (k) => -Math.exp(3 * Math.sin(k * 78.233))],
  ["values that differ in their last bits only", (k) => 1 + ((k * 7919) % 1000) * 2 ** -52],
  ["few different values", (k) => (k * 7919) % 5],
  ["one value", () => 3.5],
  ["zeros of either sign", (k) => (k % 3 === 0 ? -0 : k % 3 === 1 ? 0 : -1)],
  ["the smallest and the largest numbers", (k) => [5e-324, -5e-324, 1.7e308, -1.7e308, k][k % 5]!],
  ["infinities", (k) => [Infinity, -Infinity, k][k % 3]!],
  ["what is no number, of either sign", (k) => [NaN, -NaN, Infinity - Infinity, k][k % 4]!],
];

describe.each(COLUMNS)("the order statistics of a column of %s", (_, value) => {
  it.each([1, 2, 31, 4095, 4096, 4097, 20_003])("are those of sorting %i values", (length) => {
    const column = Float64Array.from({ length }, (_, k) => value(k));
    const before = column.slice();
    const sorted = column.slice().sort();
    const shares = [0, 0.001, 0.01, 0.25, 0.5, 0.5, 0.75, 0.95, 1];
    const ranks = shares.map((share) => Math.floor((length - 1) * share));
    const found = orderStatistics(column, ranks);
    expect([...found]).toEqual(ranks.map((rank) => sorted[rank]));
    expect(column).toEqual(before);
  });
});

it("finds any ranks of any numbers, of a part of a buffer too", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 50 }),
      fc.array(fc.nat(5999), { minLength: 1, maxLength: 30 }),
      (numbers, asked) => {
        const whole = Float64Array.from(
          { length: 6001 },
          (_, k) => numbers[k % numbers.length]! * (1 + k),
        );
        const column = whole.subarray(1);
        const ranks = asked.toSorted((a, b) => a - b);
        const sorted = column.slice().sort();
        expect([...orderStatistics(column, ranks)]).toEqual(ranks.map((rank) => sorted[rank]));
      },
    ),
  );
});
