import type { Model } from "../quantity.js";
import { gpuCapital } from "./gpu-capital.js";
import { gpuHour } from "./gpu-hour.js";
import { gpuOperation } from "./gpu-operation.js";
import { price } from "./price.js";
import { replica, replicaLimits } from "./replica.js";
import { serving } from "./serving.js";
import { training } from "./training.js";

/** From a server's invoice to the price of a million output tokens, one division at a time. */
export const tokenCost: Model = {
  name: "token-cost",
  title: "What a million output tokens cost",
  meaning:
    "Owned and rented GPU-hours make replica-hours; training, idle time and throughput turn these into " +
    "a cost per token; overhead and margin make it a price. Output tokens carry the whole bill: input " +
    "tokens, caching, taxes and the fall of prices over time are left out.",
  quantities: [
    ...gpuCapital,
    ...gpuOperation,
    ...gpuHour,
    ...replica,
    ...serving,
    ...training,
    ...price,
  ],
  factors: [
    { name: "gpu_hour", label: "Cost of a GPU-hour", quantities: ["gpu_hour_cost"] },
    { name: "throughput", label: "Throughput of a GPU", quantities: ["throughput_per_gpu"] },
    { name: "utilization", label: "Utilization", quantities: ["utilization"] },
    { name: "training", label: "Training", quantities: ["training_ratio"] },
    { name: "overhead", label: "Overhead", quantities: ["overhead"] },
    { name: "margin", label: "Margin", quantities: ["gross_margin"] },
  ],
  limits: replicaLimits,
  outputs: ["cost_per_token", "gpu_hour_cost", "hardware_cost_per_token", "price_per_token"],
};
