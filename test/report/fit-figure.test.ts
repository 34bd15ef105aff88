import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import { familiesToFit } from "../../src/fit/families-to-fit.js";
import { fitColumn } from "../../src/fit/fit-column.js";
import { fitFamilies } from "../../src/fit/fit-families.js";
import { sampleOf } from "../../src/fit/sample.js";
import { fitFigure } from "../../src/report/figures/fit.js";
import { type Histogram, histogramOf } from "../../src/report/figures/histogram.js";
import { loadDrawSvg } from "../../src/report/render/draw-svg.js";

/** Evenly placed quantiles stand for a sample. */
function quantiles(distribution: string, parameters: Record<string, number>, n: number): number[] {
  const { quantile } = createDistribution({ distribution, parameters });
  return Array.from({ length: n }, (_, i) => quantile((i + 0.5) / n));
}

function histogram(values: readonly number[]): Histogram {
  const sample = sampleOf(values);
  return histogramOf(sample, fitFamilies(sample, familiesToFit()).fits.slice(0, 3));
}

const COLUMNS = [
  ["around 0", quantiles("normal", { mean: 0, sd: 1 }, 200)],
  [
    "of long tails, on a logarithmic axis",
    quantiles("lognormal", { median: 50, sd_log: 1.8 }, 200),
  ],
  ["of few counts", quantiles("poisson", { mean: 3 }, 200)],
  ["of many counts", quantiles("poisson", { mean: 900 }, 200)],
  ["up to their bounds", quantiles("uniform", { min: 0, max: 5 }, 40)],
  ["all but two equal", [1, ...Array<number>(20).fill(2), 3]],
] as const;

describe.each(COLUMNS)("the histogram of values %s", (_, values) => {
  const { axis, bars, curves, beyond } = histogram(values);

  it("holds every value once, in bars that meet and fill the axis", () => {
    expect(beyond).toBe(0);
    expect(bars.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(bars[0]!.from / axis.low || 1).toBeCloseTo(1, 12);
    expect(bars.at(-1)!.to / axis.high).toBeCloseTo(1, 12);
    for (const [k, { to }] of bars.slice(0, -1).entries()) expect(bars[k + 1]!.from).toBe(to);
    for (const { from, to, share } of bars) {
      expect(share).toBe(values.filter((x) => from <= x && x < to).length / values.length);
    }
  });

  it("has curves on the scale of its bars: they share out no more than the whole", () => {
    for (const { points } of curves) {
      const whole =
        points.reduce((sum, { share }) => sum + share, 0) / (points.length / bars.length);
      expect(whole).toBeLessThan(1 + 1e-9);
      expect(whole).toBeGreaterThan(0.9);
    }
  });
});

it("puts whole numbers in the middle of bars of whole width", () => {
  for (const { from, to } of histogram(COLUMNS[3][1]).bars) {
    expect(from % 1).toBe(0.5);
    expect(Number.isInteger(to - from)).toBe(true);
  }
});

it("uses a logarithmic axis where the tail is long, a linear one elsewhere", () => {
  expect(COLUMNS.map(([, values]) => histogram(values).axis.log)).toEqual([
    false,
    true,
    false,
    false,
    false,
    false,
  ]);
});

it("leaves off what lies far out, and the picture says so", () => {
  const values = [...quantiles("normal", { mean: 100, sd: 1 }, 30), 5000];
  expect(histogram(values).beyond).toBe(1);
  const figure = fitFigure(fitColumn(values, { file: "a.csv", column: "x" }));
  expect(figure.caption).toMatch(/Off the picture: 1 of them\./);
});

it("shows the names of files and columns as text, whatever they hold", async () => {
  const column = '<script>"&\u202e{datum.x}';
  const fitted = fitColumn(quantiles("normal", { mean: 9, sd: 1 }, 20), { file: "a.csv", column });
  const svg = await (await loadDrawSvg())(fitFigure(fitted).wide);
  expect(svg).not.toMatch(/<script|\u202e/);
  expect(svg).toContain("&lt;script&gt;");
  expect(svg).toContain("{datum.x}");
  expect(svg).not.toMatch(/NaN|undefined/);
});
