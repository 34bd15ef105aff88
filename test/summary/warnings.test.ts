import { describe, expect, it } from "vitest";
import { simulate } from "../../src/pipeline.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";

async function warningsOf(input: string, method: string): Promise<readonly string[]> {
  const scenario = parseScenario(
    "tail.yaml",
    `name: tail
title: A tail
inputs:
  x: { ${input}, unit: "1", source: made up }
formulas:
  y: { formula: "2 * x", unit: "1", label: Twice x }
outputs: [y]
run: { draws: 4096, seed: 3, method: ${method} }
`,
  );
  return (await simulate(scenario, inlineEvaluator)).warnings;
}

describe("the warning of a mean that few draws decide", () => {
  it.each([
    ["distribution: lognormal, median: 2, sd_log: 1.2", "sobol", true],
    ["distribution: lognormal, median: 2, sd_log: 1.2", "lhs", true],
    ["distribution: lognormal, median: 2, sd_log: 1.2", "random", false],
    ["distribution: lognormal, median: 2, sd_log: 0.5", "sobol", false],
    ["distribution: pareto, scale: 2, shape: 1.5", "random", true],
    ["distribution: normal, mean: 2, sd: 1", "sobol", false],
    ["value: 3", "sobol", false],
  ])("for { %s } by %s draws: %s", async (input, method, warned) => {
    const found = (await warningsOf(input, method)).filter((text) => /twice x/i.test(text));
    expect(found).toHaveLength(warned ? 1 : 0);
    if (warned) expect(found[0]).toMatch(/mean of twice x \(tail index [12]\.[0-9]\): /);
  });
});
