import { expect, it } from "vitest";
import { simulate } from "../../src/pipeline.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import type { Summary } from "../../src/summary/summary.js";

/** Standard normal quantiles. */
const Z95 = 1.6448536269514722;
const Z75 = 0.6744897501960817;

async function summaryOf(text: string): Promise<Summary> {
  const scenario = parseScenario("a.yaml", `name: a\nrun: { draws: 8192 }\n${text}`);
  return simulate(scenario, inlineEvaluator);
}

it("keeps a normal that is not known apart from a normal that differs", async () => {
  const { outputs } = await summaryOf(`
inputs:
  known: { distribution: normal, mean: 10, sd: 1 }
  differs: { distribution: normal, mean: 0, sd: 3, nature: variability }
formulas: { y: known + differs }
outputs: [y]`);
  const { uncertainty, variability } = outputs["y"]!.bands!;
  // 256 points stratify one input into 256 cells, so a quantile lies within a cell or two of its own:
  // at 5% the density of cells is 1/256 over 0.103, about 0.04 standard deviations; the mean over
  // cases adds a thousandth.
  expect(Math.abs(uncertainty.p5 - (10 - Z95))).toBeLessThan(0.08);
  expect(Math.abs(uncertainty.p95 - (10 + Z95))).toBeLessThan(0.08);
  expect(Math.abs(uncertainty.p75 - (10 + Z75))).toBeLessThan(0.04);
  expect(Math.abs(variability.p5 - (10 - 3 * Z95))).toBeLessThan(0.24);
  expect(Math.abs(variability.p50 - 10)).toBeLessThan(0.08);
  // Both together: sd sqrt(1 + 9).
  expect(
    Math.abs(outputs["y"]!.percentiles["p95"]!.value - (10 + Z95 * Math.sqrt(10))),
  ).toBeLessThan(0.1);
});

it("has nothing to keep apart where all inputs are of one kind", async () => {
  const { outputs } = await summaryOf(`
inputs: { a: "1 to 2", b: { distribution: normal, mean: 0, sd: 1 } }
formulas: { y: a + b }
outputs: [y]`);
  expect(outputs["y"]!.bands).toBeUndefined();
});

it("says nothing of an output that rests on one kind only", async () => {
  const { outputs } = await summaryOf(`
inputs:
  a: "1 to 2"
  b: { distribution: uniform, min: 1, max: 2, nature: variability }
formulas: { y: a * b, z: a }
outputs: [y, z]`);
  expect(outputs["y"]!.bands).toBeDefined();
  expect(outputs["z"]!.bands).toBeUndefined();
});

it("takes the mean over cases, which for a share is what counts", async () => {
  // A user loses money where the use, uniform over users, exceeds the cap; the cap is not known.
  const { outputs } = await summaryOf(`
inputs:
  cap: { distribution: uniform, min: 0.5, max: 0.9 }
  use: { distribution: uniform, min: 0, max: 1, nature: variability }
formulas: { loses: "if(use > cap, 1, 0)" }
outputs: [loses]`);
  const { uncertainty } = outputs["loses"]!.bands!;
  // The share is 1 - cap, uniform from 0.1 to 0.5; one case of 256 is 0.004.
  expect(uncertainty.p50).toBeCloseTo(0.3, 2);
  expect(Math.abs(uncertainty.p5 - 0.12)).toBeLessThan(0.01);
  expect(Math.abs(uncertainty.p95 - 0.48)).toBeLessThan(0.01);
});

it("keeps what is not known of a distribution apart from what differs under it", async () => {
  const { outputs } = await summaryOf(`
inputs:
  y: { distribution: normal, mean: { distribution: normal, mean: 10, sd: 1 }, sd: 3, nature: variability }
outputs: [y]`);
  const { uncertainty, variability } = outputs["y"]!.bands!;
  expect(Math.abs(uncertainty.p5 - (10 - Z95))).toBeLessThan(0.08);
  expect(Math.abs(uncertainty.p95 - (10 + Z95))).toBeLessThan(0.08);
  expect(Math.abs(variability.p5 - (10 - 3 * Z95))).toBeLessThan(0.24);
  expect(Math.abs(variability.p50 - 10)).toBeLessThan(0.08);
});

it("crosses a switch that is not known with an input that differs in each of its cases", async () => {
  const { outputs } = await summaryOf(`
inputs:
  y: { distribution: normal, mean: 0, sd: 1, nature: variability }
switches:
  market:
    cases:
      - { name: calm, weight: 3 }
      - { name: wild, weight: 1, inputs: { y: { distribution: normal, mean: 100, sd: 1 } } }
outputs: [y]`);
  const { uncertainty, variability } = outputs["y"]!.bands!;
  expect(uncertainty.p50).toBeCloseTo(0, 1);
  expect(uncertainty.p95).toBeCloseTo(100, 1);
  expect(Math.abs(variability.p95 - Z95)).toBeLessThan(0.08);
});
