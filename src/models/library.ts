import type { Model } from "./quantity.js";
import { tokenCost } from "./token-cost/token-cost.js";

/** Every model that a scenario can start from, in the order `breakeven models` prints them. */
export const models: readonly Model[] = [tokenCost];

/**
 * The model a scenario names in `model:`.
 *
 * @returns undefined where the library has none of that name
 * @example findModel("token-cost")?.outputs[0] // => "cost_per_token"
 */
export function findModel(name: string): Model | undefined {
  return models.find((model) => model.name === name);
}
