import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";

/**
 * What public essays on the cost of a token assume, without the rounding they do on the way:
 * "Kimi-K2 on H200", "What an H100 hour yields", "Serving a 405B model".
 */
interface Essay {
  readonly train: number;
  readonly utilization: number;
  readonly overhead: number;
  readonly margin: number;
  readonly gpus: number;
  /** Of the replica, tokens a second. */
  readonly throughput: number;
  /** USD a GPU over some years and USD a GPU-hour beside it, or the rent of a GPU-hour. */
  readonly gpuHour:
    { readonly capital: number; readonly years: number; readonly opex: number } | number;
}

const servingOnly = { train: 0, utilization: 1, overhead: 0, margin: 0 };
const h100 = { capital: 30_000, years: 3, opex: 0.7759315068493151 };

export const essays = {
  kimi: {
    ...{ train: 1, utilization: 0.8, overhead: 0.25, margin: 0.3, gpus: 5, throughput: 50 },
    gpuHour: { capital: 37_500, years: 5, opex: 0.2853881278538813 },
  },
  dense: { ...servingOnly, gpus: 1, throughput: 400, gpuHour: h100 },
  moe: { ...servingOnly, gpus: 1, throughput: 2500, gpuHour: h100 },
  rented: { ...servingOnly, gpus: 8, throughput: 506, gpuHour: 10.6 },
} satisfies Record<string, Essay>;

/** An essay as a scenario of the model token-cost that leads with its price. */
export function essayScenario(name: keyof typeof essays): Scenario {
  const essay: Essay = essays[name];
  const { gpuHour } = essay;
  const owned = typeof gpuHour === "number" ? { capital: 0, years: 1, opex: 0 } : gpuHour;
  const inputs = {
    ...{ server_price: owned.capital, gpus_per_server: 1, lifetime: owned.years },
    ...{ network_share: 0, residual_share: 0, cost_of_capital: 0, hours_per_year: 8760 },
    // The running cost of the GPU-hour, as power.
    ...{ support_contract: 0, support_term: 1, gpu_power: 1, power_load: 1, pue: 1 },
    ...{ electricity_price: owned.opex, hosting_cost: 0, staff_cost: 0 },
    owned_share: typeof gpuHour === "number" ? 0 : 1,
    rental_price: typeof gpuHour === "number" ? gpuHour : 0,
    ...{ gpus_per_replica: essay.gpus, throughput: essay.throughput },
    ...{ training_ratio: essay.train, utilization: essay.utilization },
    ...{ overhead: essay.overhead, gross_margin: essay.margin },
  };
  const lines = Object.entries(inputs).map(([input, value]) => `  ${input}: ${value}`);
  return parseScenario(
    `${name}.yaml`,
    `name: ${name}
model: token-cost
inputs:
${lines.join("\n")}
outputs: [price_per_token]
`,
  );
}
