import { expect, it } from "vitest";
import { neighbourCorrelation } from "../../src/fit/neighbours.js";
import { createDesign } from "../../src/sampling/create-design.js";

function uniforms(seed: string): number[] {
  const out = new Float64Array(200);
  createDesign({ method: "random", draws: 200, seed, dimensions: ["x"] }).fill("x", 0, out);
  return [...out];
}

it("sees independent values as such, but for one sample in 370", () => {
  const seen = Array.from({ length: 200 }, (_, k) => neighbourCorrelation(uniforms(String(k))));
  // 0.5 are expected; 4 or more have a chance of 0.002.
  expect(seen.filter((value) => value !== undefined).length).toBeLessThan(4);
});

it("sees values that follow their neighbours, up or down", () => {
  const noise = uniforms("1");
  const sums = noise.map((value, k) => value + (noise[k - 1] ?? 0));
  const differences = noise.map((value, k) => value - (noise[k - 1] ?? 0));
  // The correlation of such moving averages is ±1/2, known to 1 / √200 or better.
  expect(Math.abs(neighbourCorrelation(sums)! - 0.5)).toBeLessThan(0.2);
  expect(Math.abs(neighbourCorrelation(differences)! + 0.5)).toBeLessThan(0.2);
});
