import { describe, expect, it } from "vitest";
import { simulate } from "../../src/pipeline.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import { evaluateModel } from "./evaluate.js";

describe("models worked by hand", () => {
  it("pays back a GPU less today's worth of its resale", () => {
    const { gpu_capital_cost } = evaluateModel(
      "gpu-hour",
      {
        server_price: 80_000,
        gpus_per_server: 8,
        network_share: 0.1,
        residual_share: 0.2,
        cost_of_capital: 0.1,
        lifetime: 5,
        hours_per_year: 8760,
      },
      ["gpu_capital_cost"],
    );
    // 11,000 less 2,000 / 1.61051, at 0.2637975 a year over 8,760 hours.
    const yearly = (11_000 - 2000 / 1.1 ** 5) * ((0.1 * 1.1 ** 5) / (1.1 ** 5 - 1));
    expect(gpu_capital_cost).toBeCloseTo(yearly / 8760, 12);
  });

  it("adds power, support, hosting and staff by the hour, and mixes owned with rented", () => {
    const { owned_gpu_hour_cost, gpu_hour_cost } = evaluateModel(
      "gpu-hour",
      {
        ...{
          server_price: 0,
          network_share: 0,
          residual_share: 0,
          cost_of_capital: 0,
          lifetime: 5,
        },
        ...{ support_contract: 70_080, support_term: 1, gpus_per_server: 8, hours_per_year: 8760 },
        ...{ gpu_power: 2, power_load: 0.5, pue: 1.5, electricity_price: 0.1 },
        ...{ hosting_cost: 73, staff_cost: 146, owned_share: 0.25, rental_price: 3 },
      },
      ["gpu_hour_cost"],
    );
    // 1 for support, 0.15 for power, and 12 x 219 / 8760 = 0.3 for people and place.
    expect(owned_gpu_hour_cost).toBeCloseTo(1.45, 12);
    expect(gpu_hour_cost).toBeCloseTo(0.25 * 1.45 + 0.75 * 3, 12);
  });

  it("derives utilization from a 5:1 day", () => {
    const { mean_over_peak, utilization } = evaluateModel(
      "utilization",
      { peak_over_trough: 5, mean_day: 1, headroom: 0.15, backfill: 0.1 },
      ["utilization"],
    );
    // Essay 002's day: (1 + 1/5) / 2.
    expect(mean_over_peak).toBeCloseTo(0.6, 12);
    expect(utilization).toBeCloseTo(0.51 + 0.1 * 0.49, 12);
  });

  it("breaks even at the utilization, throughput and GPU-hour that it says", () => {
    const outputs = [
      "operating_margin",
      "break_even_utilization",
      "break_even_throughput",
      "break_even_gpu_hour",
    ];
    const base = evaluateModel("inference", {}, outputs);
    const margin = (inputs: Record<string, number>): number =>
      evaluateModel("inference", inputs, outputs)["operating_margin"]!;
    expect(margin({ utilization: base["break_even_utilization"]! })).toBeCloseTo(0, 12);
    expect(margin({ gpu_hour_cost: base["break_even_gpu_hour"]! })).toBeCloseTo(0, 12);
    const slower = base["break_even_throughput"]! / base["throughput_per_gpu"]!;
    const rates = {
      throughput_per_gpu: base["throughput_per_gpu"]! * slower,
      prefill_per_gpu: base["prefill_per_gpu"]! * slower,
    };
    expect(margin(rates)).toBeCloseTo(0, 12);
  });

  it("puts together what output, fresh and cached input cost", () => {
    const found = evaluateModel(
      "inference",
      {
        ...{
          gpu_hour_cost: 3.6,
          utilization: 0.5,
          throughput_per_gpu: 1000,
          prefill_per_gpu: 10_000,
        },
        ...{ cache_hit: 0.5, cached_cost_share: 0.2, input_per_output: 10, training_ratio: 1 },
        ...{ overhead: 0.25, list_output_price: 10, list_input_price: 1, list_cached_price: 0.1 },
        ...{ batch_share: 0.2, batch_discount: 0.5 },
      },
      ["cost_per_token", "blended_cost", "token_margin"],
    );
    expect(found["output_cost"]).toBeCloseTo(2, 12);
    expect(found["input_cost"]).toBeCloseTo(0.2 * (0.5 + 0.5 * 0.2), 12);
    expect(found["hardware_cost_per_token"]).toBeCloseTo(3.2, 12);
    expect(found["blended_cost"]).toBeCloseTo(3.2 / 11, 12);
    expect(found["cost_per_token"]).toBeCloseTo(3.2 * 2 * 1.25, 12);
    // (10 + 10 x 0.55) less a tenth for the fifth sold at half price.
    expect(found["revenue_per_token"]).toBeCloseTo(15.5 * 0.9, 12);
    expect(found["token_margin"]).toBeCloseTo(1 - 3.2 / 13.95, 12);
  });

  it("takes the margin on a token to the margin of a company, point by point", () => {
    const { gross_margin } = evaluateModel(
      "company",
      {
        ...{ token_margin: 0.875, busy_share: 0.6, paid_share: 0.65, price_realized: 0.7 },
        ...{ reseller_share: 0.35, reseller_fee: 0.25, support_share: 0.05 },
      },
      ["gross_margin"],
    );
    expect(gross_margin).toBeCloseTo(1 - 0.125 / 0.6 / 0.65 / 0.7 - 0.35 * 0.25 - 0.05, 12);
  });

  it("loses money on just those subscribers whose kind costs more than its plan", async () => {
    // With hardly any spread within a kind only users at the limit lose: 3.57 million output tokens a
    // day at 3.08 are 330 a month against 200; they are the last 0.005 of all.
    const scenario = parseScenario(
      "a.yaml",
      `name: a
model: subscription
inputs: { usage_spread: 0.001, output_cost: 3.08, input_cost: 0.003 }
outputs: [user_loses, plan_margin]
run: { draws: 8192 }`,
    );
    const { outputs } = await simulate(scenario, inlineEvaluator);
    // Each of eight stratified replicates of 1,024 draws is off by less than one draw.
    expect(Math.abs(outputs["user_loses"]!.mean!.value - 0.005)).toBeLessThan(1 / 1024);
    const cost = (input: number, output: number): number => 30 * (0.003 * input + 3.08 * output);
    const kinds = [
      [0.7, 20, cost(0.035, 0.015)],
      [0.2, 20, cost(0.07, 0.03)],
      [0.06, 100, cost(2, 0.03)],
      [0.035, 200, cost(10, 0.1)],
      [0.005, 200, cost(30, 3.57)],
    ] as const;
    const sum = (k: 1 | 2): number => kinds.reduce((total, kind) => total + kind[0] * kind[k], 0);
    expect(outputs["plan_margin"]!.percentiles["p50"]!.value).toBeCloseTo(1 - sum(2) / sum(1), 12);
  });
});
