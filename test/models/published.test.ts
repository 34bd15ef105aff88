import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileModel } from "../../src/engine/compile-model.js";
import { drawInputs } from "../../src/engine/draw-inputs.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { evaluateModel } from "./evaluate.js";

interface LoadCurves {
  readonly outputTokensPerRequest: number;
  readonly curves: readonly {
    readonly config: string;
    readonly gpus: number;
    /** Requests a second, output tokens a second, USD/Mtoken. */
    readonly runs: readonly (readonly [number, number, number])[];
  }[];
}

const { outputTokensPerRequest, curves } = JSON.parse(
  readFileSync(new URL("../reference/load-curves.json", import.meta.url), "utf8"),
) as LoadCurves;

function quantileOf(values: readonly number[], p: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(p * (values.length - 1))]!;
}

describe("published costs of other systems", () => {
  it("follow from offered load over capacity (vllm-cost-meter, 140 measured runs)", () => {
    const errors = curves.flatMap(({ gpus, runs }) => {
      const capacity = Math.max(...runs.map(([, tokens]) => tokens));
      return runs.map(([requests, tokens, cost]) => {
        // What the run paid for an hour, from its own cost and rate.
        const hour = (cost * tokens * 3600) / 1e6;
        const { hardware_cost_per_token } = evaluateModel(
          "token-cost",
          {
            gpu_hour_cost: hour / gpus,
            gpus_per_replica: gpus,
            throughput: capacity,
            utilization: Math.min(1, (requests * outputTokensPerRequest) / capacity),
          },
          ["hardware_cost_per_token"],
        );
        return Math.abs(Math.log(hardware_cost_per_token! / cost));
      });
    });
    expect(errors).toHaveLength(140);
    // Queues at the knee of the curve, where load nears capacity, are what the model leaves out.
    expect(quantileOf(errors, 0.5)).toBeLessThan(0.01);
    expect(quantileOf(errors, 0.9)).toBeLessThan(0.12);
    expect(Math.max(...errors)).toBeLessThan(0.35);
  });

  it.each([
    // gmicloud.ai, "LLM inference cost per million tokens": printed to the cent
    ["GMI Cloud A", 2, 85, 6.54],
    ["GMI Cloud B", 2.6, 140, 5.16],
    // gpuadvisor.com, "Cost to serve 1M tokens": printed to the cent
    ["GPU Advisor, 8B on H100", 2.49, 5500, 0.13],
    ["GPU Advisor, 8B on L40S", 1.4, 4200, 0.09],
    ["GPU Advisor, 70B FP8 on H100", 2.49, 1800, 0.38],
    ["GPU Advisor, 405B on 8 H100", 19.92, 1000, 5.53],
    ["GPU Advisor, R1 on 4 MI300X", 13.96, 1050, 3.69],
    // vllm-cost-meter at 3f308c0, benchmark_curves.yaml (MIT)
    ["vLLM, Llama 3.1 8B FP16 on H100", 6.98, 6237.6, 0.3108],
    ["vLLM, Llama 3.1 8B FP8 on H100", 6.98, 8155.1, 0.2378],
    ["vLLM, Qwen3 30B FP8 on H100", 6.98, 9271, 0.2091],
    ["vLLM, Mixtral FP16 on 2 H100", 13.96, 4454.3, 0.8706],
    ["vLLM, Mixtral FP16 on 4 A100", 14.68, 3132.9, 1.3016],
  ])("%s: %f USD/h at %f token/s is %f USD/Mtoken", (_, rate, rateOfTokens, printed) => {
    const { hardware_cost_per_token } = evaluateModel(
      "token-cost",
      { gpu_hour_cost: rate, gpus_per_replica: 1, throughput: rateOfTokens, utilization: 1 },
      ["hardware_cost_per_token"],
    );
    const decimals = String(printed).split(".")[1]!.length;
    expect(hardware_cost_per_token).toBeCloseTo(printed, decimals);
  });

  it("put owning an H100 or H200 where a small cloud's costs lie (SemiAnalysis InferenceX)", () => {
    // InferenceX-app, GPU_SPECS: USD/GPU/h of owning over four years. Hyperscalers 1.30 and 1.41,
    // which buy and build at scale; small clouds 1.69 and 1.74.
    const model = compileModel(
      parseScenario(
        "a.yaml",
        "name: a\nmodel: gpu-hour\ninputs: { owned_share: 1, rental_price: 0 }\noutputs: [gpu_hour_cost]",
      ),
    );
    const at = (p: number): number => {
      const inputs = model.inputs.map(() => Float64Array.of(p));
      drawInputs(model.inputs, inputs);
      return model.evaluateAll(inputs, 1).get("gpu_hour_cost")![0]! * 3600;
    };
    // All inputs at their medians: near the small clouds, above the hyperscalers.
    expect(at(0.5)).toBeGreaterThan(1.41);
    expect(at(0.5)).toBeLessThan(1.74 * 1.2);
  });

  it.each([
    ["input", 1.35, 0.226, 83],
    ["output", 5.4, 2.955, 45],
  ])(
    "Crusoe's margin on %s, R1 on H200 (SemiAnalysis InferenceX v2)",
    (_, price, cost, percent) => {
      const { output_margin } = evaluateModel(
        "list-price",
        { list_output_price: price, output_cost: cost },
        ["output_margin"],
      );
      expect(Math.round(100 * output_margin!)).toBe(percent);
    },
  );

  it("recover a loan as an annuity does", () => {
    // 10% over 5 years: 0.1 x 1.1^5 / (1.1^5 - 1) = 0.263797...
    const { capital_recovery } = evaluateModel("gpu-hour", { cost_of_capital: 0.1, lifetime: 5 }, [
      "gpu_hour_cost",
    ]);
    expect(capital_recovery).toBeCloseTo(0.26379748, 8);
    const { gpu_capital_cost } = evaluateModel(
      "gpu-hour",
      {
        server_price: 300_000,
        network_share: 0,
        residual_share: 0,
        lifetime: 5,
        cost_of_capital: 0,
      },
      ["gpu_capital_cost"],
    );
    expect(gpu_capital_cost).toBeCloseTo(300_000 / 8 / 5 / 8760, 12);
  });
});
