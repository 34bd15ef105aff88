import type { Quantity } from "../quantity.js";
import { sources } from "./sources.js";

/** A replica is the smallest set of GPUs that holds the model and answers requests. */
export const replica: readonly Quantity[] = [
  {
    name: "memory_needed",
    label: "Memory of a replica",
    unit: "GB",
    meaning: "Weights and working memory; a choice of model and precision",
    source: `${sources.essay000}: 640 for Kimi-K2 at about 5 bits a parameter`,
    grade: "B",
    definition: { kind: "constant", value: 640 },
  },
  {
    name: "gpu_memory",
    label: "Memory of a GPU",
    unit: "GB/GPU",
    meaning: "High-bandwidth memory of one GPU: 80 for an H100, 141 for an H200",
    source: "NVIDIA H200 data sheet: 141 GB",
    grade: "A",
    definition: { kind: "constant", value: 141 },
  },
  {
    name: "gpus_per_replica",
    label: "GPUs in a replica",
    unit: "GPU",
    meaning: "Whole GPUs that hold one copy of the model",
    source: `${sources.essay000}: 640 GB on 141 GB GPUs is 5`,
    definition: {
      kind: "formula",
      formula: "ceil(memory_needed / gpu_memory / (1 GPU)) * (1 GPU)",
    },
  },
  {
    name: "replica_hour_cost",
    label: "Cost of a replica-hour",
    unit: "USD/h",
    meaning: "All GPUs of one replica for an hour, busy or idle",
    source: `${sources.essay000}: 5 GPUs at 1.15 is 5.75`,
    definition: { kind: "formula", formula: "gpus_per_replica * gpu_hour_cost" },
  },
];
