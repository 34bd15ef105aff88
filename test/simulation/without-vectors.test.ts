import { describe, expect, it } from "vitest";
import { designOf } from "../../src/sampling/design-of.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import { planRun } from "../../src/simulation/plan.js";

const text = (method: string) => `name: plain
inputs:
  x: { distribution: lognormal, p5: 1, p95: 9 }
  y: { distribution: beta, alpha: 2, beta: 5 }
  z: { distribution: triangular, min: 1, mode: 2, max: 4 }
  n: { distribution: poisson, mean: 3 }
  w: { distribution: normal, mean: { distribution: uniform, min: 1, max: 2 }, sd: 0.1 }
formulas:
  cost: x^0.5 / (y + 0.1) + w + if(z > 2, exp(-z), n)
  share: clamp(x / z, 0, 1) ^ y
outputs: [cost, share]
correlations: [{ between: [x, y], rank: -0.5 }]
run: { draws: 5000, seed: 11, method: ${method} }
`;

/** A run on a machine that has no WebAssembly. */
async function withoutVectors<T>(run: () => Promise<T>): Promise<T> {
  const machine = globalThis as { WebAssembly?: unknown };
  const { WebAssembly: engine } = machine;
  delete machine.WebAssembly;
  try {
    return await run();
  } finally {
    machine.WebAssembly = engine;
  }
}

describe.each(["random", "lhs", "sobol"])("a run with %s draws", (method) => {
  it("has the same bits where the machine has no vector instructions", async () => {
    const scenario = parseScenario("plain.yaml", text(method));
    const run = () => inlineEvaluator.draw(scenario, planRun(designOf(scenario)));
    expect(await withoutVectors(run)).toEqual(await run());
  });
});
