import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shapleyValues } from "../../src/comparison/shapley.js";

/** The definition itself: the mean of what a player adds over all orders of joining. */
function overAllOrders(worth: readonly number[], players: number): number[] {
  const orders = permutations(Array.from({ length: players }, (_, k) => k));
  const sums = new Array<number>(players).fill(0);
  for (const order of orders) {
    let set = 0;
    for (const player of order) {
      sums[player]! += worth[set | (1 << player)]! - worth[set]!;
      set |= 1 << player;
    }
  }
  return sums.map((sum) => sum / orders.length);
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first) =>
    permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  );
}

const worthOf = (players: number): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min: -10, max: 10, noNaN: true }), {
    minLength: 2 ** players,
    maxLength: 2 ** players,
  });

describe("Shapley values", () => {
  it.each([1, 2, 3, 5])("are the mean over all orders of %i players", (players) => {
    fc.assert(
      fc.property(worthOf(players), (worth) => {
        const found = shapleyValues(Float64Array.from(worth));
        overAllOrders(worth, players).forEach((value, k) =>
          expect(found[k]).toBeCloseTo(value, 12),
        );
      }),
      { numRuns: 20 },
    );
  });

  it("of the glove game are 1/6, 1/6 and 2/3", () => {
    // Two players have a left glove, the third the only right one; a pair is worth 1.
    const worth = Float64Array.from([0, 0, 0, 0, 0, 1, 1, 1]);
    const [first, second, third] = shapleyValues(worth);
    expect(first).toBeCloseTo(1 / 6, 14);
    expect(second).toBeCloseTo(1 / 6, 14);
    expect(third).toBeCloseTo(2 / 3, 14);
  });

  it("add up to the whole for twelve players", () => {
    const worth = Float64Array.from({ length: 4096 }, (_, set) => Math.sin(set * 1.7) * 8);
    const sum = shapleyValues(worth).reduce((total, value) => total + value, 0);
    expect(Math.abs(sum - (worth[4095]! - worth[0]!))).toBeLessThan(1e-12);
  });

  it("of no players are none", () => {
    expect(shapleyValues(Float64Array.of(3))).toHaveLength(0);
  });
});
