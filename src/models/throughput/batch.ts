import { derived, uncertain } from "../define.js";
import type { Quantity } from "../quantity.js";
import { sources } from "../sources.js";

const FIXED_POINT =
  "Newton's step for w + ln w = x (Corless et al., On the Lambert W function, 1996)";

/** Requests served together: as many as memory, compute and the speed promised to a user allow. */
export const batch: readonly Quantity[] = [
  uncertain({
    name: "speed_per_user",
    label: "Speed promised to a user",
    unit: "token/s/request",
    family: "lognormal",
    of: { p5: 15, p95: 80 },
    meaning: "Tokens a second that one request must get",
    source: `${sources.essay003}: 10; ${sources.deepSeekDay}: 20 to 22; OpenRouter's median: about 35`,
    grade: "B",
  }),
  uncertain({
    name: "tokens_per_step",
    label: "Tokens accepted per step",
    unit: "token/request",
    family: "pert",
    of: { min: 1, mode: 1.6, max: 2.6 },
    meaning: "Tokens one step yields for a request; more than 1 by speculation",
    source: `${sources.epoch}: acceptance of 0.8; DeepSeek's multi-token prediction: 1.8`,
    grade: "B",
  }),
  uncertain({
    name: "context",
    label: "Context",
    unit: "token/request",
    family: "lognormal",
    of: { p5: 2000, p95: 40_000 },
    meaning: "Mean tokens in the key-value cache of a running request",
    source: `${sources.deepSeekDay}: 4,989; OpenRouter: coding prompts of about 20,000`,
    grade: "B",
  }),
  uncertain({
    name: "cache_per_token",
    label: "Cache per token",
    unit: "kB/token",
    family: "lognormal",
    of: { p5: 40, p95: 300 },
    meaning: "Key-value cache of one token of context",
    source: "DeepSeek R1's latent attention 70 in BF16; Llama 405B 516 in BF16",
    grade: "B",
  }),
  derived({
    name: "cache_per_request",
    label: "Cache per request",
    unit: "GB/request",
    meaning: "Key-value cache that one running request holds and each step reads",
    source: "Context times cache per token",
    formula: "context * cache_per_token",
  }),
  derived({
    name: "step_time_wanted",
    label: "Time a step may take",
    unit: "s",
    meaning: "A longer step would break the promise to the user",
    source: "Tokens per step over the speed promised",
    formula: "tokens_per_step / speed_per_user",
  }),
  derived({
    name: "batch_for_memory",
    label: "Batch that memory allows",
    unit: "request",
    meaning: "Requests whose caches fit beside the weights",
    source: "Memory left over the cache of a request",
    formula:
      "((usable_memory * gpu_memory - replicated_memory) * gpus_per_replica - weights) / cache_per_request",
  }),
  derived({
    name: "batch_for_compute",
    label: "Batch that compute allows",
    unit: "request",
    meaning: "Requests whose multiplications end within the step",
    source: "Roofline: Williams, Waterman and Patterson (2009)",
    formula:
      "(step_time_wanted - step_overhead) * peak_compute * gpus_per_replica * decode_compute_efficiency / (operations_per_parameter * active_parameters * tokens_per_step)",
  }),
  derived({
    name: "read_budget",
    label: "Bytes left to read in a step",
    unit: "GB",
    meaning: "What the memory delivers within the step, less what every step reads",
    source: "Roofline: Williams, Waterman and Patterson (2009)",
    formula:
      "(step_time_wanted - step_overhead) * memory_bandwidth * gpus_per_replica * bandwidth_efficiency - shared_weights - replicated_memory * (gpus_per_replica - 1 GPU)",
  }),
  derived({
    name: "batch_all_experts",
    label: "Batch if every expert is read",
    unit: "request",
    meaning: "Requests that the budget feeds once all experts are read; below 0 it feeds none",
    source: "Budget less experts, over the cache of a request",
    formula: "(read_budget - routed_weights) / cache_per_request",
  }),
  derived({
    name: "expert_decay",
    label: "Experts met per request",
    unit: "1",
    meaning: "A batch of b leaves exp(-b times this) of the experts unread",
    source: "Independent routing: (1 - expert_share)^b",
    formula: "-log(1 - expert_share)",
  }),
  derived({
    name: "unread_log",
    label: "Unread experts, logarithm",
    unit: "1",
    meaning:
      "x of w + ln w = x, where w over the decay is the batch that unread experts make room for",
    source: "The budget's equation for the batch, solved by Lambert's W",
    formula:
      "max(-600, log(expert_decay * routed_weights / (cache_per_request * (1 request))) - expert_decay * batch_all_experts / (1 request))",
  }),
  derived({
    name: "unread_soft",
    label: "Unread experts, logarithm of 1 + exp",
    unit: "1",
    meaning: "ln(1 + exp x), which is x where x is large",
    source: "For the estimate that follows",
    formula: "if(unread_log > 30, unread_log, log(1 + exp(min(unread_log, 30))))",
  }),
  derived({
    name: "unread_0",
    label: "Unread experts, first estimate",
    unit: "1",
    meaning: "Lambert's W to a hundredth",
    source: "Winitzki, Uniform approximations for transcendental functions (2003)",
    formula:
      "if(unread_log < -3, exp(unread_log), unread_soft * (1 - log(1 + unread_soft) / (2 + unread_soft)))",
  }),
  ...[1, 2, 3].map((step) =>
    derived({
      name: `unread_${step}`,
      label: `Unread experts, estimate ${step + 1}`,
      unit: "1",
      meaning: "Each step squares the relative error; the third leaves none",
      source: FIXED_POINT,
      formula: `unread_${step - 1} * (1 + unread_log - log(unread_${step - 1})) / (1 + unread_${step - 1})`,
    }),
  ),
  derived({
    name: "batch_for_speed",
    label: "Batch that the speed allows",
    unit: "request",
    meaning: "Requests whose weights and caches are read within the step",
    source: "Weights shared, experts met and caches equal to the bytes of a step",
    formula:
      "if(routed_weights > 0, batch_all_experts + (1 request) * unread_3 / expert_decay, batch_all_experts)",
  }),
  derived({
    name: "batch",
    label: "Batch",
    unit: "request",
    meaning: "Requests that one replica decodes together; at least one",
    source: "The least of what memory, compute and speed allow",
    formula: "max(1 request, min(batch_for_memory, batch_for_compute, batch_for_speed))",
  }),
];
