import { describe, expect, it } from "vitest";
import { type Passages, passages } from "../../src/decision/passages.js";

/** Passages of functions of a place and a draw's own number. */
function found(
  of: (place: number, own: number) => number,
  own: readonly number[],
  more: {
    readonly places?: readonly number[];
    readonly level?: number;
    readonly from?: number;
  } = {},
): Passages & { readonly calls: number } {
  let calls = 0;
  const result = passages({
    atPlace: (place) => Float64Array.from(own, (x) => of(place, x)),
    among: (draws) => (at) => {
      calls++;
      return at.map((place, k) => of(place, own[draws[k]!]!));
    },
    places: more.places ?? [-3, -2, -1, 0, 1, 2, 3],
    level: more.level ?? 0,
    from: Float64Array.from(own, () => more.from ?? 0),
  });
  return { ...result, calls };
}

describe("where functions pass a level", () => {
  it("is the root of each, by its own number, whichever way it goes", () => {
    const own = [-1.3, 0.2, 2.7];
    const rising = found((v, x) => (v - x) * (4 + v), own);
    const falling = found((v, x) => Math.exp(x) - Math.exp(v), own);
    for (const [k, x] of own.entries()) {
      expect(rising.at[k]).toBeCloseTo(x, 6);
      expect(falling.at[k]).toBeCloseTo(x, 6);
    }
    expect([...rising.above]).toEqual([0, 0, 0]);
    expect([...falling.above]).toEqual([1, 1, 1]);
  });

  it("takes few evaluations: two or three for a product of amounts, on a logarithmic scale", () => {
    const own = [3, 20, 55];
    const { at, calls } = found((v, x) => x / (v * v), own, {
      places: [0.5, 1, 2, 4, 8, 16],
      level: 2,
    });
    for (const [k, x] of own.entries()) expect(at[k]! / Math.sqrt(x / 2)).toBeCloseTo(1, 9);
    expect(calls).toBeLessThanOrEqual(3);
  });

  it("is found where a function jumps", () => {
    const { at, calls } = found((v, x) => (v < x ? -1e-3 : 5), [0.123456, -2.5, 1]);
    expect(at[0]).toBeCloseTo(0.123456, 5);
    expect(at[1]).toBeCloseTo(-2.5, 5);
    expect(at[2]).toBeCloseTo(1, 5);
    expect(calls).toBeLessThan(100);
  });

  it("is nowhere for what stays on one side, on which side being said", () => {
    const { at, count } = found((_, x) => x, [-1, 0, 1, NaN]);
    expect([...at]).toEqual([-Infinity, -Infinity, Infinity, Infinity]);
    expect([...count]).toEqual([0, 0, 0, 0]);
  });

  it("is the passage nearest to where the draw is where there are several, which are counted", () => {
    const square = (v: number): number => v * v - 2.25;
    expect(found(square, [0], { from: 1.2 }).at[0]).toBeCloseTo(1.5, 6);
    const low = found(square, [0], { from: -0.7 });
    expect(low.at[0]).toBeCloseTo(-1.5, 6);
    expect([low.count[0], low.above[0]]).toEqual([2, 1]);
  });

  it("is found past values that are not numbers, which count as above", () => {
    const { at } = found((v, x) => (v > 1.5 ? NaN : v - x - 9), [0]);
    expect(at[0]).toBeCloseTo(1.5, 5);
  });
});
