import type { Factor, Model, Quantity } from "../quantity.js";
import { batch } from "./batch.js";
import { machine } from "./machine.js";
import { modelSize } from "./model-size.js";
import { rateLimits, rates } from "./rates.js";

/** Tokens a second from the size of the model, the machine and the promise to the user. */
export const throughput: readonly Quantity[] = [...modelSize, ...machine, ...batch, ...rates];

/** What decides a rate, as a reader would group it. */
export const rateFactors: readonly Factor[] = [
  {
    name: "model_size",
    label: "Model: parameters, experts, precision, cache",
    quantities: [
      "parameters",
      "active_share",
      "expert_share",
      "bytes_per_parameter",
      "cache_per_token",
      "context",
    ],
  },
  {
    name: "machine",
    label: "GPU: bandwidth, compute, memory",
    quantities: ["memory_bandwidth", "peak_compute", "gpu_memory", "usable_memory"],
  },
  {
    name: "batch",
    label: "Batch and width of the replica",
    quantities: ["batch", "gpus_per_replica", "replicated_memory"],
  },
  {
    name: "efficiency",
    label: "Efficiency against the roofline",
    quantities: [
      "bandwidth_efficiency",
      "compute_efficiency",
      "decode_compute_efficiency",
      "step_overhead",
      "tokens_per_step",
    ],
  },
];

/** How many tokens a GPU makes, from first principles. */
export const throughputModel: Model = {
  name: "throughput",
  title: "How many tokens a GPU makes in a second",
  meaning:
    "A roofline: decoding reads weights and caches or multiplies, whichever takes longer; the batch is the " +
    "largest that memory, compute and the speed promised to a user allow, experts read by the union of what " +
    "the batch visits. Prefill is bound by compute. Queueing and prefill interrupting decode are left out.",
  units: ["parameter"],
  quantities: throughput,
  factors: rateFactors,
  limits: rateLimits,
  outputs: ["throughput_per_gpu", "prefill_per_gpu", "speed_reached", "batch"],
};
