import { company } from "./company/company.js";
import { demand } from "./demand/demand.js";
import { inference } from "./inference/inference.js";
import { listPriceModel } from "./list-price/list-price.js";
import { modelLifetime } from "./lifetime/lifetime.js";
import type { Model } from "./quantity.js";
import { subscription } from "./subscription/subscription.js";
import { gpuHourModel } from "./supply/supply.js";
import { throughputModel } from "./throughput/throughput.js";
import { tokenCost } from "./token-cost/token-cost.js";
import { utilizationModel } from "./utilization/utilization.js";

/** Every model that a scenario can start from, in the order `breakeven models` prints them. */
export const models: readonly Model[] = [
  tokenCost,
  inference,
  gpuHourModel,
  throughputModel,
  utilizationModel,
  listPriceModel,
  demand,
  subscription,
  modelLifetime,
  company,
];

/**
 * The model a scenario names in `model:`.
 *
 * @returns undefined where the library has none of that name
 * @example findModel("token-cost")?.outputs[0] // => "cost_per_token"
 */
export function findModel(name: string): Model | undefined {
  return models.find((model) => model.name === name);
}
