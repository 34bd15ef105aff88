import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import type { DistributionSpec } from "../../src/distributions/distribution.js";
import { scaled } from "../../src/distributions/scale.js";
import { closedFormInMemory } from "../../src/engine/closed-form-code.js";
import { createLookup } from "../../src/engine/lookup-kernel.js";
import { OCTAVES } from "../../src/engine/quantile-table.js";
import { createMemory, SPARE } from "../../src/wasm/memory.js";
import { tabulated } from "../../src/engine/tabulated.js";

/** Families with a table, easy and awkward members. */
const MEMBERS: readonly DistributionSpec[] = [
  { distribution: "pert", parameters: { min: 0.2, mode: 1, max: 2 } },
  { distribution: "pert", parameters: { min: 0, mode: 0, max: 1 } },
  { distribution: "beta", parameters: { alpha: 13, beta: 7 } },
  { distribution: "beta", parameters: { alpha: 0.1, beta: 3 } },
  { distribution: "beta", parameters: { alpha: 3, beta: 0.4 } },
  { distribution: "beta", parameters: { alpha: 2, beta: 5 }, truncate: [0.1, 0.6] },
  { distribution: "gamma", parameters: { shape: 0.05, scale: 1 } },
  { distribution: "gamma", parameters: { shape: 200, scale: 3 } },
  { distribution: "normal", parameters: { mean: 0, sd: 1 } },
  { distribution: "lognormal", parameters: { p5: 40, p95: 2000 } },
  { distribution: "lognormal", parameters: { median: 1, sd_log: 10 } },
  { distribution: "lognormal", parameters: { p5: 200, p95: 13_000 }, truncate: [40, 18_000] },
  { distribution: "student_t", parameters: { location: 0, scale: 1, df: 0.5 } },
  { distribution: "cauchy", parameters: { location: 0, scale: 1 } },
  { distribution: "pareto", parameters: { scale: 1, shape: 0.3 } },
  { distribution: "weibull", parameters: { shape: 0.3, scale: 1 } },
  { distribution: "logistic", parameters: { location: 0, scale: 1 } },
  { distribution: "exponential", parameters: { rate: 1 } },
];

/** A point of (0, 1) whose distance from its nearer end is spread over the octaves of the table. */
const point = fc
  .tuple(fc.double({ min: -OCTAVES - 1, max: -1, noNaN: true }), fc.boolean())
  .map(([octave, upper]) => (upper ? 1 - 2 ** octave : 2 ** octave));

describe.each(MEMBERS.map((member) => [JSON.stringify(member), member] as const))(
  "the table of %s",
  (_, member) => {
    const { quantile, table, exact, cdf, fill } = tabulated(createDistribution(member));

    it("exists", () => expect(table()).toBeDefined());

    it("errs by less than a billionth of the distance from u to its nearer end", () => {
      fc.assert(
        fc.property(point, (p) => {
          const end = Math.min(p, 1 - p);
          // Where the value itself is too coarse for this, its exact quantile errs as well.
          const coarse = Math.abs(cdf(exact(p)) - p) + Math.abs(cdf(exact(p) * (1 + 2 ** -51)) - p);
          expect(Math.abs(cdf(quantile(p)) - p)).toBeLessThan(1e-9 * end + 2 * coarse);
        }),
        { numRuns: 2000 },
      );
    });

    it("never falls beyond rounding", () => {
      fc.assert(
        fc.property(point, point, (a, b) => {
          const [p, q] = a < b ? [a, b] : [b, a];
          const slack = 2 ** -48 * Math.abs(quantile(q));
          expect(quantile(p)).toBeLessThanOrEqual(quantile(q) + slack);
        }),
        { numRuns: 1000 },
      );
    });

    it("fills a column with the bits it gives one by one, vectors and remainders", () => {
      for (const length of [1, 255, 256, 257, 5001]) {
        const uniforms = Float64Array.from({ length }, (_, k) => {
          // Every octave from both ends, and one half.
          const distance = (1 + ((k * 0.618) % 1)) / 2 ** (1 + (k % 16));
          return k % 2 === 0 ? distance / 2 : 1 - distance / 2;
        });
        const column = uniforms.slice();
        fill(column);
        expect(column.every((value, k) => Object.is(value, quantile(uniforms[k]!)))).toBe(true);
      }
    });

    it("is the quantile function itself beyond the last octave and at one half", () => {
      for (const p of [2 ** -14, 2 ** -53, 1e-300, 0.5, 1 - 2 ** -14, 1 - 2 ** -53]) {
        expect(quantile(p)).toBe(exact(p));
      }
    });
  },
);

it("is looked up by vector instructions on this machine, one table after another", () => {
  const lookup = createLookup();
  for (const member of MEMBERS) {
    const { table, exact, quantile } = tabulated(createDistribution(member), lookup);
    const column = Float64Array.of(0.3, 0.6, 0.999);
    expect(lookup(table()!, exact, column)).toBe(true);
    expect([...column]).toEqual([0.3, 0.6, 0.999].map(quantile));
  }
});

describe("a table", () => {
  const beta: DistributionSpec = { distribution: "beta", parameters: { alpha: 2, beta: 5 } };

  it("never leaves the support, where a cost could divide by zero", () => {
    const { quantile } = tabulated(scaled(createDistribution(beta), 0.1));
    const values = Array.from({ length: 50_000 }, (_, k) => quantile((k + 0.5) / 50_000));
    expect(Math.min(...values.slice(0, 1000))).toBeGreaterThan(0);
    expect(values.every((value) => value > 0 && value < 0.1)).toBe(true);
  });

  it("leaves cells with a kink or a jump to the function", () => {
    const kinked = (p: number): number => (p < 0.3 ? p : p < 0.7 ? 3 * p - 0.6 : p + 5);
    const { quantile, table } = tabulated({ ...createDistribution(beta), quantile: kinked });
    expect(table()!.cells.filter(Number.isNaN).length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(Math.abs(quantile(p) - kinked(p))).toBeLessThan(1e-9);
      }),
      { numRuns: 5000 },
    );
  });

  it("is not made for counts of very many different values", () => {
    const parameters = { mean: 1e8 };
    const counts = createDistribution({ distribution: "poisson", parameters });
    const { quantile, exact } = tabulated(counts);
    for (const p of [0.01, 0.3, 0.9]) expect(quantile(p)).toBe(exact(p));
  });
});

describe.each([
  ["poisson", { mean: 0.2 }],
  ["poisson", { mean: 300 }],
  ["binomial", { n: 20, p: 0.3 }],
  ["binomial", { n: 10_000, p: 0.999 }],
])("counts of a %s with %o", (distribution, parameters) => {
  const counts = createDistribution({ distribution, parameters });
  const { quantile, exact, fill } = tabulated(counts);

  it("are those of the quantile function, at the jumps too", () => {
    const jumps = Array.from({ length: 60 }, (_, k) => counts.cdf(quantile((k + 0.5) / 60)));
    const near = jumps.flatMap((p) => [p, p * (1 - 2 ** -52), Math.min(p * (1 + 2 ** -52), 0.999)]);
    const spread = Array.from({ length: 2000 }, (_, k) => (k + 0.5) / 2000);
    const all = [...near, ...spread, 2 ** -13, 1e-9, 1 - 1e-9];
    const uniforms = Float64Array.from(all.filter((p) => p > 0 && p < 1));
    const column = uniforms.slice();
    fill(column);
    expect(column).toEqual(uniforms.map(exact));
  });
});

const CLOSED: readonly (readonly [DistributionSpec, number])[] = [
  [{ distribution: "uniform", parameters: { min: -2, max: 1e9 } }, 1],
  [{ distribution: "uniform", parameters: { min: 0, max: 1e-9 } }, 3600],
  [{ distribution: "uniform", parameters: { min: 0, max: 9 }, truncate: [1, 2] }, 1],
  [{ distribution: "triangular", parameters: { min: 3, mode: 4, max: 6 } }, 8760],
  [{ distribution: "triangular", parameters: { min: -1, mode: -0.002, max: 0 } }, 0.1],
];

describe.each(CLOSED)("the closed form of %o times %d", (spec, factor) => {
  const { closed, cdf, exact, fill, quantile, support, table } = tabulated(
    scaled(createDistribution(spec), factor),
  );

  it("takes the place of a table", () => {
    expect(closed).toBeDefined();
    expect(table()).toBeUndefined();
  });

  it("is the quantile function but for rounding, and stays within the support", () => {
    const width = support[1] - support[0];
    fc.assert(
      fc.property(point, (p) => {
        expect(Math.abs(quantile(p) - exact(p))).toBeLessThan(1e-14 * width);
        expect(Math.abs(cdf(quantile(p)) - p)).toBeLessThan(1e-9 * Math.min(p, 1 - p) + 1e-15);
      }),
      { numRuns: 2000 },
    );
    for (const p of [2 ** -53, 1 - 2 ** -53]) {
      expect(quantile(p)).toBeGreaterThanOrEqual(support[0]);
      expect(quantile(p)).toBeLessThanOrEqual(support[1]);
    }
  });

  it("fills a column in memory with the bits it gives one by one", () => {
    const memory = createMemory(8 * 1000)!;
    const column = new Float64Array(memory.buffer, SPARE, 901);
    const uniforms = Float64Array.from(column, (_, k) => (k + 0.5) / 901);
    column.set(uniforms);
    closedFormInMemory(memory)!(closed!, column);
    expect(column).toEqual(uniforms.map(quantile));
    const plain = uniforms.slice();
    fill(plain);
    expect(plain).toEqual(column);
  });
});

it.each([
  { distribution: "triangular", parameters: { min: 0, mode: 0, max: 1 } },
  { distribution: "triangular", parameters: { min: 0, mode: 3, max: 6 }, truncate: [1, 5] },
] as const)("there is no closed form of %o, whose own function is asked", (spec) => {
  const { closed, exact, quantile } = tabulated(createDistribution(spec));
  expect(closed).toBeUndefined();
  for (const p of [2 ** -53, 0.3, 0.9]) expect(quantile(p)).toBe(exact(p));
});
