import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { logMinusDigamma, trigamma } from "../../src/numeric/digamma.js";

const { digamma } = JSON.parse(
  readFileSync(new URL("../reference/fits.json", import.meta.url), "utf8"),
) as { readonly digamma: readonly (readonly [number, number, number])[] };

it.each(digamma)("at %d, digamma and trigamma are mpmath's to 1e-14", (x, first, second) => {
  expect(Math.abs(logMinusDigamma(x) / first - 1)).toBeLessThan(1e-14);
  expect(Math.abs(trigamma(x) / second - 1)).toBeLessThan(1e-14);
});
