import { expect, it } from "vitest";
import { simulate } from "../../src/pipeline.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";

async function warningsOf(text: string): Promise<readonly string[]> {
  const scenario = parseScenario("a.yaml", `name: a\nrun: { draws: 4096 }\n${text}`);
  const { warnings } = await simulate(scenario, inlineEvaluator);
  return warnings.filter((warning) => !/^(No source|A few extreme draws)/.test(warning));
}

it("says that a model does not fit into its replica, and by how much", async () => {
  const [warning] = await warningsOf(
    "model: token-cost\ninputs: { memory_needed: 142, gpu_memory: 80, gpus_per_replica: 1 }\noutputs: [hardware_cost_per_token]",
  );
  // 142 / 80 = 1.775
  expect(warning).toBe(
    "In every future the model does not fit into the memory of its replica: Memory of a replica is 1.77 times Memory of its GPUs, in the median of those.",
  );
});

it("says nothing where the limit is met exactly", async () => {
  const warnings = await warningsOf(
    "model: token-cost\ninputs: { memory_needed: 640, gpu_memory: 80, gpus_per_replica: 8 }",
  );
  expect(warnings).toEqual([]);
});

it("counts the futures that go beyond a limit", async () => {
  const [warning] = await warningsOf(
    "model: token-cost\ninputs: { memory_needed: { distribution: uniform, min: 60, max: 100 }, gpu_memory: 80, gpus_per_replica: 1 }",
  );
  expect(warning).toMatch(/^In 50% of futures/);
});

it("does not check a limit of something the outputs do not rest on", async () => {
  const warnings = await warningsOf(
    "model: token-cost\ninputs: { memory_needed: 142, gpu_memory: 80, gpus_per_replica: 1 }\noutputs: [gpu_hour_cost]",
  );
  expect(warnings).toEqual([]);
});

it("flags a prefill that no arithmetic unit can do", async () => {
  // 37 billion active parameters at 989 Tflop/s: at most 13,365 token/s of a GPU.
  const warnings = await warningsOf(
    `model: inference
inputs: { parameters: 671, active_share: 0.05514, peak_compute: 989, prefill_per_gpu: 180555, speed_per_user: 1 }
outputs: [fresh_input_cost]`,
  );
  expect(warnings).toEqual([
    "In every future the prefill is beyond what compute can do: Prefill of a GPU is 13.5 times Peak prefill of a GPU, in the median of those.",
  ]);
});
