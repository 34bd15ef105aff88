import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstReaching } from "../../src/numeric/first-reaching.js";

/** Counts how often a function is evaluated. */
function counted(f: (x: number) => number): { f: (x: number) => number; count: () => number } {
  let calls = 0;
  return { f: (x) => (calls++, f(x)), count: () => calls };
}

describe("firstReaching", () => {
  it("finds the root of a smooth function to the last bit in few evaluations", () => {
    const { f, count } = counted((x) => Math.log(x / 3));
    expect(firstReaching(f, 0.1, 100)).toBe(3);
    expect(count()).toBeLessThan(16);
  });

  it("finds a jump to the last bit, wherever it is", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e300, max: 1e300, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (jump, relative) => {
          fc.pre(jump === 0 || Math.abs(jump) > 1e-300);
          const other = jump === 0 ? relative : jump * relative;
          const [low, high] = [Math.min(jump, other) - 1, Math.max(jump, other) + 1];
          expect(firstReaching((x) => (x >= jump ? 1 : -1), low, high) === jump).toBe(true);
        },
      ),
    );
  });

  it("finds the first of many places where a flat function is 0", () => {
    const flat = (x: number): number => (x < 2 ? x - 2 : x > 5 ? x - 5 : 0);
    expect(firstReaching(flat, 0, 10)).toBe(2);
  });

  it("copes with infinite values away from the root", () => {
    const f = (x: number): number => (x <= 0 ? -Infinity : x >= 1 ? Infinity : Math.log(x / 1e-9));
    expect(firstReaching(f, -5, 5)).toBeCloseTo(1e-9, 24);
  });

  it("gives the ends where the function does not change its sign", () => {
    expect(firstReaching(() => 1, 0, 1)).toBe(0);
    expect(firstReaching(() => -1, 0, 1)).toBe(1);
  });
});
