import { loading, loadingFactors, trainingRatio } from "../commercial/loading.js";
import { loadingStacks } from "../commercial/stacks.js";
import type { Model } from "../quantity.js";
import { gpuHourStacks } from "../supply/stacks.js";
import { supply, supplyLinks } from "../supply/supply.js";
import { rateLimits } from "../throughput/rates.js";
import { rateFactors, rateLinks, throughput } from "../throughput/throughput.js";
import { utilization } from "../utilization/utilization.js";
import { listPrice } from "./list-price.js";
import { unitCost } from "./unit-cost.js";
import { requestCost, requestStack, workload, workloadLinks } from "./workload.js";

/** The whole chain: machines, physics, the day's load, the workload, loading, and a price list. */
export const inference: Model = {
  name: "inference",
  title: "What serving a model costs, and what its price list leaves",
  meaning:
    "GPU-hours from invoices or rent, tokens a second from a roofline, utilization from the shape of the " +
    "day; input and cached input carry their own cost; training, overhead and margin are loaded on top, and " +
    "a price list is held against it. Taxes, growth and the fall of prices over time are left out.",
  units: ["parameter"],
  quantities: [
    ...supply,
    ...throughput,
    ...utilization,
    ...workload,
    ...unitCost,
    trainingRatio,
    ...loading,
    ...requestCost,
    ...listPrice,
  ],
  factors: [
    { name: "gpu_hour", label: "Cost of a GPU-hour", quantities: ["gpu_hour_cost"] },
    ...rateFactors,
    {
      name: "throughput",
      label: "Measured rates",
      quantities: ["throughput_per_gpu", "prefill_per_gpu"],
    },
    {
      name: "workload",
      label: "Workload: input and caching",
      quantities: ["input_per_output", "cache_hit", "cached_cost_share"],
    },
    ...loadingFactors,
    {
      name: "price_list",
      label: "Price list",
      quantities: ["list_output_price", "list_input_price", "list_cached_price", "batch_share"],
    },
  ],
  limits: rateLimits,
  stacks: [...loadingStacks, requestStack, ...gpuHourStacks],
  correlations: [...supplyLinks, ...rateLinks, ...workloadLinks],
  outputs: ["cost_per_token", "output_cost", "input_cost", "cost_per_request", "operating_margin"],
};
