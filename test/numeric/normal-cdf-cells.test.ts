import { expect, it } from "vitest";
import { quickNormalCdf } from "../../src/numeric/normal-cdf-cells.js";
import { normalCdf } from "../../src/numeric/normal.js";

/** From -9 to 9, in steps that meet cells everywhere. */
const places = Array.from({ length: 180_001 }, (_, k) => -9 + k * 1e-4);
const largest = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));

it("agrees with the distribution function itself", () => {
  const errors = places.map((x) => Math.abs(quickNormalCdf(x) / normalCdf(x) - 1));
  expect(largest(errors)).toBeLessThan(1e-11);
});

it("never falls, though cells meet at points between the places", () => {
  const borders = Array.from({ length: 544 }, (_, k) => (k - 272) / 32 + 1 / 64);
  const beside = borders.flatMap((x) => [x - 1e-9, x, x + 1e-9]);
  const shares = [...places, ...beside].sort((a, b) => a - b).map(quickNormalCdf);
  const falls = shares.slice(1).map((share, k) => (shares[k]! - share) / shares[k]!);
  expect(largest(falls)).toBeLessThan(1e-11);
});

it("leaves what is beyond its cells to the function itself", () => {
  const far = [-40, -8.6, 8.6, 40, Infinity, -Infinity];
  expect(far.map(quickNormalCdf)).toEqual(far.map(normalCdf));
  expect(quickNormalCdf(NaN)).toBeNaN();
});
