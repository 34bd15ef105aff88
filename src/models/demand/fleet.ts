import { derived, uncertain } from "../define.js";
import type { Quantity } from "../quantity.js";
import { sources } from "../sources.js";
import { headroom } from "../utilization/utilization.js";

/** The GPUs that stand ready for the peak, decode and prefill apart. */
export const fleet: readonly Quantity[] = [
  uncertain({
    name: "mean_over_peak",
    label: "Mean over peak",
    unit: "1",
    family: "beta",
    of: { mean: 0.62, sd: 0.12 },
    meaning: "Mean demand over the peak the fleet is sized for",
    source: `${sources.essay002}: a 5:1 day averages 0.6 of its peak; ${sources.deepSeekDay}: 0.82`,
    grade: "B",
  }),
  headroom,
  uncertain({
    name: "throughput_per_gpu",
    label: "Throughput of a GPU",
    unit: "token/s/GPU",
    family: "lognormal",
    of: { p5: 60, p95: 2000 },
    meaning: "Output tokens a second from one GPU that decodes",
    source: `${sources.essay003}: 63; ${sources.deepSeekDay}: 1,850`,
    grade: "B",
  }),
  uncertain({
    name: "prefill_per_gpu",
    label: "Prefill of a GPU",
    unit: "token/s/GPU",
    family: "lognormal",
    of: { p5: 1500, p95: 15_000 },
    meaning: "Fresh input tokens a second from one GPU that does prefill",
    source: `${sources.deepSeekDay}: 73,700 a node with 56% of cache hits, so 4,000 fresh a GPU`,
    grade: "B",
  }),
  uncertain({
    name: "gpu_hour_cost",
    label: "Cost of a GPU-hour",
    unit: "USD/GPU/h",
    family: "lognormal",
    of: { p5: 1.3, p95: 4.6 },
    meaning: "What a GPU costs in an hour, busy or idle",
    source: `${sources.inferenceX}: 1.30 to 2.90; ${sources.essay004}: 1.49 to 6.98`,
    grade: "B",
  }),
  derived({
    name: "decode_gpus",
    label: "GPUs that decode",
    unit: "GPU",
    meaning: "Peak demand of output over what a GPU yields, with headroom",
    source: `${sources.deepSeekDay}: 168 billion tokens at 14,800 a node are 131 nodes`,
    formula: "output_demand / mean_over_peak / (throughput_per_gpu * (1 - headroom))",
  }),
  derived({
    name: "prefill_gpus",
    label: "GPUs for prefill",
    unit: "GPU",
    meaning: "Peak demand of fresh input over what a GPU takes in, with headroom",
    source: `${sources.deepSeekDay}: 608 billion tokens at 73,700 a node are 95 nodes`,
    formula: "input_demand / mean_over_peak / (prefill_per_gpu * (1 - headroom))",
  }),
  derived({
    name: "fleet_gpus",
    label: "Size of the fleet",
    unit: "GPU",
    meaning: "Whole GPUs, decode and prefill together",
    source: `${sources.deepSeekDay}: 226.75 nodes of 8 on average`,
    formula: "ceil((decode_gpus + prefill_gpus) / (1 GPU)) * (1 GPU)",
  }),
  derived({
    name: "fleet_cost",
    label: "Cost of the fleet",
    unit: "USD/day",
    meaning: "All its GPUs for a day, busy or idle",
    source: `${sources.deepSeekDay}: 87,072 at 2 USD/GPU/h`,
    formula: "fleet_gpus * gpu_hour_cost",
  }),
];
