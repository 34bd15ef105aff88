import { expect, it } from "vitest";
import { simulate } from "../../src/pipeline.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import type { Summary } from "../../src/summary/summary.js";

function run(more: string, prices = "prices: { one: 1 }"): Promise<Summary> {
  const text = `name: a
inputs: { x: { distribution: normal, mean: 1, sd: 2 } }
formulas: { y: 2 * x - 1 }
outputs: [y]
${prices}
run: { seed: 3, ${more} }
`;
  return simulate(parseScenario("a.yaml", text), inlineEvaluator);
}

it.each([
  ["random", 12_800, [400, 800, 1600, 3200, 6400, 12_800]],
  ["sobol", 16_384, [8192, 16_384]],
  ["lhs", 12_800, [3200, 6400, 12_800]],
])("follows the answer of %s draws as far as it has errors", async (method, draws, counts) => {
  const { convergence, breakEven, outputs } = await run(`draws: ${draws}, method: ${method}`);
  expect(convergence!.against).toBe("one");
  expect(convergence!.stages.map((stage) => stage.draws)).toEqual(counts);
  for (const { median, probability } of convergence!.stages) {
    // P(2x - 1 <= 1) = 1/2; 99.99% of normal errors lie within twice a 95% interval.
    const reach = 2 * (probability!.high - probability!.low);
    expect(Math.abs(probability!.value - 0.5)).toBeLessThan(reach);
    expect(Math.abs(median.value - 1)).toBeLessThan(2 * (median.high - median.low));
  }
  // All of the draws are what the report leads with.
  expect(convergence!.stages.at(-1)!.probability).toEqual(breakEven[0]!.probability);
  expect(convergence!.stages.at(-1)!.median.value).toBe(outputs["y"]!.percentiles["p50"]!.value);
});

it("follows the median alone where there is no price", async () => {
  const { convergence } = await run("draws: 6400, method: random", "");
  expect(convergence!.stages.every(({ probability }) => probability === undefined)).toBe(true);
  expect(convergence).not.toHaveProperty("against");
});

it("is left out where nothing is uncertain", async () => {
  const text = "name: a\nformulas: { y: '2' }\noutputs: [y]\n";
  const { convergence } = await simulate(parseScenario("a.yaml", text), inlineEvaluator);
  expect(convergence).toBeUndefined();
});
