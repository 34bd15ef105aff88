import type { Limit, Quantity } from "../quantity.js";
import { sources } from "../sources.js";

/** A replica is the smallest set of GPUs that holds the model and answers requests. */
export const replica: readonly Quantity[] = [
  {
    name: "memory_needed",
    label: "Memory of a replica",
    unit: "GB",
    meaning: "Weights and working memory; a choice of model and precision",
    source: `Kimi-K2 at one byte a parameter; ${sources.essay000}: 640, about 5 bits`,
    grade: "B",
    definition: { kind: "constant", value: 1000 },
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
    source: `${sources.essay000}: 640 GB on 141 GB GPUs is 5, 1,000 is 8`,
    definition: {
      kind: "formula",
      formula: "ceil(memory_needed / gpu_memory / (1 GPU)) * (1 GPU)",
    },
  },
  {
    name: "replica_memory",
    label: "Memory of its GPUs",
    unit: "GB",
    meaning: "All the memory of the GPUs of one replica",
    source: `${sources.essay000}: 5 GPUs of 141 GB leave 65 GB beside the model`,
    definition: { kind: "formula", formula: "gpus_per_replica * gpu_memory" },
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

/** A replica has to hold its model. */
export const replicaLimits: readonly Limit[] = [
  {
    of: "gpus_per_replica",
    value: "memory_needed",
    most: "replica_memory",
    breach: "the model does not fit into the memory of its replica",
  },
];
