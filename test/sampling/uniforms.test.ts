import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { streamKey } from "../../src/sampling/stream-key.js";
import { fillUniforms, toUniform } from "../../src/sampling/uniforms.js";

const key = streamKey("7", "throughput");
const draws = (start: number, length: number): number[] => {
  const out = new Float64Array(length);
  fillUniforms(key, start, out);
  return [...out];
};

describe("toUniform", () => {
  it("never reaches 0 or 1", () => {
    expect(toUniform(0, 0)).toBe(2 ** -53);
    expect(toUniform(0xffffffff, 0xffffffff)).toBe(1 - 2 ** -53);
  });

  it("uses 52 bits", () => {
    expect(toUniform(0, 0xfff)).toBe(toUniform(0, 0));
    expect(toUniform(0, 0x1000) - toUniform(0, 0)).toBe(2 ** -52);
  });
});

describe("fillUniforms", () => {
  it("gives every draw the same value wherever the range starts and ends", () => {
    const whole = draws(0, 300);
    fc.assert(
      fc.property(fc.nat(150), fc.nat(150), (start, length) => {
        expect(draws(start, length)).toEqual(whole.slice(start, start + length));
      }),
    );
  });

  it("addresses draws beyond 2^33 without repeating those below", () => {
    const far = draws(2 ** 33, 8);
    expect(far).not.toEqual(draws(0, 8));
    expect(draws(2 ** 33 + 3, 2)).toEqual(far.slice(3, 5));
  });

  it("is uniform: mean, variance and both tails of a million draws within five standard errors", () => {
    const n = 1_000_000;
    const values = draws(0, n);
    const mean = values.reduce((sum, u) => sum + u, 0) / n;
    const variance = values.reduce((sum, u) => sum + (u - 0.5) ** 2, 0) / n;
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / n));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / n));
    for (const tail of [1e-2, 1e-3, 1e-4]) {
      const error = 5 * Math.sqrt(n * tail);
      expect(Math.abs(values.filter((u) => u < tail).length - n * tail)).toBeLessThan(error);
      expect(Math.abs(values.filter((u) => u > 1 - tail).length - n * tail)).toBeLessThan(error);
    }
  });
});

describe("streamKey", () => {
  it("tells apart seeds that seedrandom alone would confuse", () => {
    const seeds = ["1", "11", "1111", "a", "aa", "é", "ǩ", "", "0"];
    const keys = seeds.map((seed) => streamKey(seed, "x").join());
    expect(new Set(keys).size).toBe(seeds.length);
  });

  it("tells apart a seed and a name whose texts run together", () => {
    expect(streamKey("ab", "c")).not.toEqual(streamKey("a", "bc"));
  });

  it("stays what it was: every recorded run rests on it", () => {
    expect([...streamKey("7", "throughput")]).toMatchInlineSnapshot(`
      [
        2592457964,
        3272786534,
        1816540729,
        2893183018,
      ]
    `);
  });
});
