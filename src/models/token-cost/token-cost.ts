import { loading, loadingFactors, trainingRatio } from "../commercial/loading.js";
import { loadingStacks } from "../commercial/stacks.js";
import type { Model } from "../quantity.js";
import { gpuHourStacks } from "../supply/stacks.js";
import { supply, supplyLinks } from "../supply/supply.js";
import { replica, replicaLimits } from "./replica.js";
import { hourlyCosts, serving } from "./serving.js";

/** From a server's invoice to the price of a million output tokens, one division at a time. */
export const tokenCost: Model = {
  name: "token-cost",
  title: "What a million output tokens cost",
  meaning:
    "Owned and rented GPU-hours make replica-hours; training, idle time and throughput turn these into " +
    "a cost per token; overhead and margin make it a price. Output tokens carry the whole bill: input " +
    "tokens, caching, taxes and the fall of prices over time are left out.",
  quantities: [...supply, ...replica, trainingRatio, ...serving, ...hourlyCosts, ...loading],
  factors: [
    { name: "gpu_hour", label: "Cost of a GPU-hour", quantities: ["gpu_hour_cost"] },
    { name: "throughput", label: "Throughput of a GPU", quantities: ["throughput_per_gpu"] },
    ...loadingFactors,
  ],
  limits: replicaLimits,
  stacks: [...loadingStacks, ...gpuHourStacks],
  correlations: supplyLinks,
  outputs: ["cost_per_token", "gpu_hour_cost", "hardware_cost_per_token", "price_per_token"],
};
