import { derived, uncertain } from "../define.js";
import type { Quantity } from "../quantity.js";
import { sources } from "../sources.js";

/** Output, fresh input and cached input each at what its GPUs cost. */
export const unitCost: readonly Quantity[] = [
  derived({
    name: "output_cost",
    label: "Hardware cost of output",
    unit: "USD/Mtoken",
    meaning: "GPU-hours and their idle time for a million output tokens",
    source: `${sources.deepSeekDay}: 0.30 at 2 USD/GPU/h`,
    formula: "gpu_hour_cost / utilization / throughput_per_gpu",
  }),
  derived({
    name: "fresh_input_cost",
    label: "Hardware cost of fresh input",
    unit: "USD/Mtoken",
    meaning: "GPU-hours and their idle time for a million input tokens that no cache holds",
    source: `${sources.essay004} claims 0.003; compute-bound prefill of the same model costs 0.05 to 0.10`,
    formula: "gpu_hour_cost / utilization / prefill_per_gpu",
  }),
  uncertain({
    name: "cached_cost_share",
    label: "Cost of cached input",
    unit: "1",
    family: "pert",
    of: { min: 0.01, mode: 0.05, max: 0.25 },
    meaning: "What a token found in the cache costs over what a fresh one does",
    source: "Price ratios: 0.1 (Anthropic), 0.25 (DeepSeek R1)",
    grade: "C",
  }),
  derived({
    name: "cached_input_cost",
    label: "Hardware cost of cached input",
    unit: "USD/Mtoken",
    meaning: "Storage and loading of a million input tokens found in the cache",
    source: "Share of the cost of fresh input",
    formula: "fresh_input_cost * cached_cost_share",
  }),
  derived({
    name: "input_cost",
    label: "Hardware cost of input",
    unit: "USD/Mtoken",
    meaning: "A million input tokens, cached and fresh as they come",
    source: `${sources.deepSeekDay}: 0.060 with 56% of hits`,
    formula: "fresh_input_cost * (1 - cache_hit) + cached_input_cost * cache_hit",
  }),
  derived({
    name: "blended_cost",
    label: "Hardware cost of any token",
    unit: "USD/Mtoken",
    meaning: "A million tokens, input and output as they come",
    source: `${sources.essay003}: 16 of 17 tokens are input, so a token costs a 17th of an output token`,
    formula: "(output_cost + input_per_output * input_cost) / (1 + input_per_output)",
  }),
  derived({
    name: "hardware_cost_per_token",
    label: "Hardware cost per million tokens",
    unit: "USD/Mtoken",
    meaning: "A million output tokens with the input that goes with them",
    source: "The unit that all five essays reckon in",
    formula: "output_cost + input_per_output * input_cost",
  }),
];
