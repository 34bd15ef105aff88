import { describe, expect, it } from "vitest";
import { createDesign } from "../../src/sampling/create-design.js";
import { joeKuoDirections, SOBOL_DIMENSIONS } from "../../src/sampling/joe-kuo.js";
import { SOBOL_BYTES, sobolKernel } from "../../src/sampling/sobol-kernel.js";
import { fillPoints } from "../../src/sampling/sobol.js";
import { createMemory, SPARE } from "../../src/wasm/memory.js";
import { scramble } from "../../src/sampling/scramble.js";
import { createStreams } from "../../src/sampling/streams.js";

const streams = createStreams("1");

/** Point n in Gray-code order, unscrambled, as a fraction of 2^32. */
function point(dimension: number, n: number): number {
  const directions = joeKuoDirections(dimension);
  const gray = n ^ (n >>> 1);
  return directions.reduce((x, direction, j) => ((gray >>> j) & 1 ? x ^ direction : x), 0) >>> 0;
}

describe("Joe and Kuo's directions", () => {
  it("give the first ten published points in three dimensions", () => {
    // new-joe-kuo-6.21201, as SALib's tests pin them (commit 1c37548, tests/test_sobol.py).
    const published = [
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
      [0.1875, 0.3125, 0.9375],
      [0.6875, 0.8125, 0.4375],
    ];
    const found = published.map((_, n) => [0, 1, 2].map((d) => point(d, n) / 2 ** 32));
    expect(found).toEqual(published);
  });

  it.each([
    // SciPy 1.17 qmc.Sobol(1024, scramble=False, bits=32): points 1 to 5.
    [10, [0.5, 0.75, 0.25, 0.875, 0.375]],
    [100, [0.5, 0.25, 0.75, 0.625, 0.125]],
    [500, [0.5, 0.25, 0.75, 0.375, 0.875]],
    [1023, [0.5, 0.75, 0.25, 0.875, 0.375]],
  ])("agree with SciPy in dimension %i", (dimension, expected) => {
    expect(expected.map((_, k) => point(dimension, k + 1) / 2 ** 32)).toEqual(expected);
  });

  it("stratify every dimension: the first 2^10 points fall one into each of 2^10 cells", () => {
    for (let dimension = 0; dimension < SOBOL_DIMENSIONS; dimension += 31) {
      const cells = new Set(Array.from({ length: 1024 }, (_, n) => point(dimension, n) >>> 22));
      expect(cells.size).toBe(1024);
    }
  });
});

describe("points made by the kernel", () => {
  it("are those of the plain loop, wherever a range starts", () => {
    const memory = createMemory(2 * SPARE + 8 * 64 + SOBOL_BYTES)!;
    const points = sobolKernel(memory, 2 * SPARE + 8 * 64)!;
    const column = new Float64Array(memory.buffer, SPARE, 64);
    const scrambled = scramble(streams, streams.key("x"), 2, joeKuoDirections(5));
    for (const first of [0, 1, 2, 7, 1023, 2 ** 20 - 5, 2 ** 31 - 30, 2 ** 32 - 64]) {
      points(scrambled, first, column);
      const plain = new Float64Array(64);
      fillPoints(scrambled, first, plain);
      expect(column).toEqual(plain);
    }
  });
});

describe("a scramble", () => {
  it("keeps the stratification and changes the points", () => {
    const directions = joeKuoDirections(3);
    const { high, shiftHigh } = scramble(streams, streams.key("x"), 5, directions);
    const points = Array.from({ length: 1024 }, (_, n) => {
      const gray = n ^ (n >>> 1);
      return (
        high.reduce((x, direction, j) => ((gray >>> j) & 1 ? x ^ direction : x), shiftHigh) >>> 0
      );
    });
    expect(new Set(points.map((x) => x >>> 22)).size).toBe(1024);
    expect(points.slice(0, 4)).not.toEqual([0, 1, 2, 3].map((n) => point(3, n)));
  });
});

describe("a scrambled direction", () => {
  const BITS = 52;
  const key = streams.key("x");
  const words = streams.words(key, Uint32Array.of(0, 0, 2, 2), 4 * (BITS + 1));
  const directions = joeKuoDirections(700);
  const { high, low, shiftHigh, shiftLow } = scramble(streams, key, 2, directions);
  const odd = (word: number): number =>
    [...word.toString(2)].filter((bit) => bit === "1").length % 2;

  it("is the product of a lower-triangular matrix of random bits with the direction", () => {
    for (const [j, direction] of directions.entries()) {
      for (let row = 0; row < BITS; row++) {
        const left = row < 32 ? 2 ** 32 - 2 ** (32 - row) : 2 ** 32 - 1;
        const diagonal = row < 32 ? 2 ** (31 - row) : 0;
        const bits = ((words[4 * row]! & left) | diagonal) >>> 0;
        const found = row < 32 ? (high[j]! >>> (31 - row)) & 1 : (low[j]! >>> (BITS - 1 - row)) & 1;
        expect(found).toBe(odd((bits & direction) >>> 0));
      }
    }
  });

  it("is shifted by the words after the matrix", () => {
    expect([shiftHigh, shiftLow]).toEqual([words[4 * BITS], words[4 * BITS + 1]! >>> 12]);
  });
});

describe("the Sobol' design", () => {
  const names = ["a", "b", "c"];
  const fill = (
    draws: number,
    input: string,
    dimensions: readonly string[] = names,
  ): Float64Array => {
    const out = new Float64Array(draws);
    createDesign({ method: "sobol", draws, seed: "9", dimensions }).fill(input, 0, out);
    return out;
  };

  it("begins a longer run with the draws of a shorter one", () => {
    const longer = fill(65_536, "b");
    expect(longer.subarray(0, 8192)).toEqual(fill(8192, "b"));
    expect(longer.subarray(0, 20_000)).toEqual(fill(20_000, "b"));
  });

  it("balances every pair of low dimensions: 2^10 points, one in each cell of 32 by 32", () => {
    const [a, b] = [fill(8192, "a"), fill(8192, "b")];
    const cells = new Set<number>();
    for (let n = 0; n < 1024; n++) cells.add(Math.floor(a[n]! * 32) * 32 + Math.floor(b[n]! * 32));
    expect(cells.size).toBe(1024);
  });

  it("keeps the draws of an input when another is renamed or one is added behind it", () => {
    const before = fill(4096, "b");
    expect(fill(4096, "b", ["renamed", "b", "c"])).toEqual(before);
    expect(fill(4096, "b", [...names, "d"])).toEqual(before);
  });

  it("draws independently beyond the table's dimensions", () => {
    const many = Array.from({ length: 1100 }, (_, k) => `x${k}`);
    const beyond = fill(8192, "x1099", many);
    const cells = new Set(Array.from(beyond.subarray(0, 1024), (u) => Math.floor(u * 1024)));
    expect(cells.size).toBeLessThan(800);
    expect(Math.min(...beyond)).toBeGreaterThan(0);
  });

  it("integrates a smooth product a hundred times better than independent draws", () => {
    const draws = 65_536;
    const errorOf = (method: "sobol" | "random"): number => {
      let squares = 0;
      for (let seed = 0; seed < 8; seed++) {
        const design = createDesign({ method, draws, seed: String(seed), dimensions: names });
        const [a, b, c] = names.map((name) => {
          const out = new Float64Array(draws);
          design.fill(name, 0, out);
          return out;
        }) as [Float64Array, Float64Array, Float64Array];
        const mean = a.reduce((sum, u, i) => sum + 8 * u * b[i]! * c[i]!, 0) / draws;
        squares += (mean - 1) * (mean - 1);
      }
      return Math.sqrt(squares / 8);
    };
    expect(errorOf("random") / errorOf("sobol")).toBeGreaterThan(100);
  });
});
