import { derived } from "../define.js";
import type { Limit, Quantity } from "../quantity.js";
import { sources } from "../sources.js";

/** Tokens a second of a GPU: decode waits for memory or compute, prefill for compute. */
export const rates: readonly Quantity[] = [
  derived({
    name: "step_bytes",
    label: "Bytes of a step",
    unit: "GB",
    meaning: "Weights met by the batch, copies on every GPU, and the caches of all requests",
    source: "The union of experts: a batch of b reads 1 - (1 - expert_share)^b of them",
    formula:
      "shared_weights + routed_weights * (1 - (1 - expert_share) ^ (batch / (1 request))) + replicated_memory * (gpus_per_replica - 1 GPU) + cache_per_request * batch",
  }),
  derived({
    name: "step_operations",
    label: "Operations of a step",
    unit: "Tflop",
    meaning: "Multiplications and additions for every token of the batch",
    source: "Two for each active parameter and token",
    formula: "operations_per_parameter * active_parameters * tokens_per_step * batch",
  }),
  derived({
    name: "step_time",
    label: "Time of a step",
    unit: "s",
    meaning: "Reading or computing, whichever takes longer, and what overlaps neither",
    source: "Roofline: Williams, Waterman and Patterson (2009)",
    formula:
      "max(step_bytes / (memory_bandwidth * gpus_per_replica * bandwidth_efficiency), step_operations / (peak_compute * gpus_per_replica * decode_compute_efficiency)) + step_overhead",
  }),
  derived({
    name: "throughput_per_gpu",
    label: "Throughput of a GPU",
    unit: "token/s/GPU",
    meaning: "Output tokens a second from one GPU, all requests of the batch together",
    source: `${sources.deepSeekDay}: 1,850; ${sources.essay003}: 63; ${sources.essay004}: 180`,
    formula: "batch * tokens_per_step / step_time / gpus_per_replica",
  }),
  derived({
    name: "throughput_ceiling",
    label: "Roofline of a GPU",
    unit: "token/s/GPU",
    meaning: "Output tokens a second if memory or compute were used to the full",
    source: "Roofline: Williams, Waterman and Patterson (2009)",
    formula:
      "batch * tokens_per_step / max(step_bytes / memory_bandwidth, step_operations / peak_compute)",
  }),
  derived({
    name: "speed_reached",
    label: "Speed a user gets",
    unit: "token/s/request",
    meaning: "Tokens a second of one request at this batch",
    source: `${sources.deepSeekDay}: 20 to 22`,
    formula: "tokens_per_step / step_time",
  }),
  derived({
    name: "prefill_ceiling",
    label: "Peak prefill of a GPU",
    unit: "token/s/GPU",
    meaning: "Input tokens a second if every operation of the GPU went into prefill",
    source: "Peak compute over the operations of a token",
    formula: "peak_compute / (operations_per_parameter * active_parameters)",
  }),
  derived({
    name: "prefill_per_gpu",
    label: "Prefill of a GPU",
    unit: "token/s/GPU",
    meaning: "Input tokens a second from one GPU: prefill waits for compute, not for memory",
    source: `${sources.deepSeekDay}: 73,700 a node with cache hits; ${sources.essay004} claims 180,000 a GPU`,
    formula: "compute_efficiency * prefill_ceiling",
  }),
];

/** What no software can do. */
export const rateLimits: readonly Limit[] = [
  {
    of: "throughput_per_gpu",
    value: "weights",
    most: "replica_memory",
    breach: "the weights do not fit into the memory of the replica",
  },
  {
    of: "throughput_per_gpu",
    value: "throughput_per_gpu",
    most: "throughput_ceiling",
    breach: "the throughput is beyond what memory and compute can do",
  },
  {
    of: "prefill_per_gpu",
    value: "prefill_per_gpu",
    most: "prefill_ceiling",
    breach: "the prefill is beyond what compute can do",
  },
  {
    of: "throughput_per_gpu",
    value: "speed_per_user",
    most: "speed_reached",
    breach: "a user gets less than the speed promised",
  },
];
