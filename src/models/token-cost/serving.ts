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
    name: "throughput_per_gpu",
    label: "Throughput of a GPU",
    unit: "token/s/GPU",
    meaning: "Output tokens a second from one GPU, all requests of the batch together",
    source: `${sources.essay003}: 63 (405B on 8 H200); SemiAnalysis InferenceX: 134 (Kimi-K2.5 on H200, 64 users); TensorRT-LLM: 1,627 (DeepSeek-R1 on H200); ${sources.deepSeekDay}: 1,850`,
    grade: "B",
    definition: {
      kind: "distribution",
      spec: { distribution: "lognormal", parameters: { p5: 60, p95: 2000 } },
    },
  },
  {
    name: "throughput",
    label: "Throughput of a replica",
    unit: "token/s",
    meaning:
      "Output tokens a second from one replica; give it directly where a whole replica was measured",
    source: `${sources.essay000} measures a replica, ${sources.essay001} a GPU`,
    definition: { kind: "formula", formula: "throughput_per_gpu * gpus_per_replica" },
  },
  {
    name: "useful_hour_cost",
    label: "Cost of a useful hour",
    unit: "USD/h",
    meaning: "A replica-hour with its training and with the idle hours it has to carry",
    source: `${sources.essay000}: 11.50 at 0.8 is 14.375, printed as 14.40`,
    definition: { kind: "formula", formula: "trained_hour_cost / utilization" },
  },
];
