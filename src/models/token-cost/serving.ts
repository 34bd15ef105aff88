import type { Quantity } from "../quantity.js";
import { sources } from "./sources.js";

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
