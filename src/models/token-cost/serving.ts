import { derived } from "../define.js";
import type { Quantity } from "../quantity.js";
import { sources } from "../sources.js";

/** Only useful hours earn: idle time is paid for by served tokens. */
export const serving: readonly Quantity[] = [
  {
    name: "utilization",
    label: "Utilization",
    unit: "1",
    meaning: "Share of a replica's hours, at its full throughput, that is sold",
    source: `${sources.essay000}: 0.6 to 0.7 realistic, 0.8 used; a day with a 5:1 peak (${sources.essay002}) averages 0.6 of it; ${sources.deepSeekDay}: 226.75 of 278 nodes`,
    grade: "B",
    definition: {
      kind: "distribution",
      spec: { distribution: "beta", parameters: { mean: 0.6, sd: 0.1 } },
    },
  },
  {
    name: "throughput",
    label: "Throughput of a replica",
    unit: "token/s",
    meaning:
      "Output tokens a second from one replica, all requests of the batch together; what a GPU yields goes under throughput_per_gpu",
    source: `60 to 2,000 a GPU on 8 GPUs. ${sources.essay003}: 506 (405B on 8 H200); SemiAnalysis InferenceX: 1,069 (Kimi-K2.5 on H200, 64 users); TensorRT-LLM: 13,016 (DeepSeek-R1 on H200); ${sources.deepSeekDay}: 14,800 a node`,
    grade: "B",
    definition: {
      kind: "distribution",
      spec: { distribution: "lognormal", parameters: { p5: 480, p95: 16_000 } },
    },
  },
  {
    name: "throughput_per_gpu",
    label: "Throughput of a GPU",
    unit: "token/s/GPU",
    meaning: "A GPU's share of the throughput of its replica",
    source: `${sources.essay000} measures a replica, ${sources.essay001} a GPU`,
    definition: { kind: "formula", formula: "throughput / gpus_per_replica" },
  },
];

/** The same costs by the hour of a replica, as the essays reckon them, and by the token. */
export const hourlyCosts: readonly Quantity[] = [
  derived({
    name: "trained_hour_cost",
    label: "Replica-hour with training",
    unit: "USD/h",
    meaning: "A replica-hour and the training it has to pay back",
    source: `${sources.essay000}: 5.75 doubled is 11.50`,
    formula: "replica_hour_cost * (1 + training_ratio)",
  }),
  derived({
    name: "useful_hour_cost",
    label: "Cost of a useful hour",
    unit: "USD/h",
    meaning: "A replica-hour with its training and with the idle hours it has to carry",
    source: `${sources.essay000}: 11.50 at 0.8 is 14.375, printed as 14.40`,
    formula: "trained_hour_cost / utilization",
  }),
  derived({
    name: "hardware_cost_per_token",
    label: "Hardware cost per million tokens",
    unit: "USD/Mtoken",
    meaning: "GPU-hours and their idle time only: no training, no overhead, no margin",
    source: `${sources.essay001}: 1.92 at 400 token/s is 1.33, at 2,500 it is 0.21`,
    formula: "gpu_hour_cost / utilization / throughput_per_gpu",
  }),
];
