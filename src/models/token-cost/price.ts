import type { Quantity } from "../quantity.js";
import { sources } from "./sources.js";

/** Four depths of cost per token, each containing the one before: hardware, raw, cost, price. */
export const price: readonly Quantity[] = [
  {
    name: "hardware_cost_per_token",
    label: "Hardware cost per million tokens",
    unit: "USD/Mtoken",
    meaning: "GPU-hours and their idle time only: no training, no overhead, no margin",
    source: `${sources.essay001}: 1.92 at 400 token/s is 1.33, at 2,500 it is 0.21`,
    definition: { kind: "formula", formula: "gpu_hour_cost / utilization / throughput_per_gpu" },
  },
  {
    name: "raw_cost_per_token",
    label: "Raw cost per million tokens",
    unit: "USD/Mtoken",
    meaning: "Hardware and training: no overhead, no margin",
    source: `${sources.essay000}: 14.40 at 50 token/s is 80`,
    definition: { kind: "formula", formula: "hardware_cost_per_token * (1 + training_ratio)" },
  },
  {
    name: "overhead",
    label: "Overhead",
    unit: "1",
    meaning: "People, offices, sales and support, as a share of the raw cost",
    source: `${sources.essay000}: 0.25`,
    grade: "C",
    definition: {
      kind: "distribution",
      spec: { distribution: "pert", parameters: { min: 0.08, mode: 0.25, max: 0.6 } },
    },
  },
  {
    name: "cost_per_token",
    label: "Cost per million tokens",
    unit: "USD/Mtoken",
    meaning:
      "Everything: hardware, idle time, training and overhead. A price that equals it breaks even",
    source: `${sources.essay000}: 80 with 25% overhead is 100`,
    definition: { kind: "formula", formula: "raw_cost_per_token * (1 + overhead)" },
  },
  {
    name: "gross_margin",
    label: "Margin on the price",
    unit: "1",
    meaning: "Share of the price kept as profit; not a markup on the cost",
    source: `${sources.essay000}: 0.30; ${sources.essay004}: 0.50, 0.40 and 0.77 by year`,
    grade: "B",
    definition: {
      kind: "distribution",
      spec: { distribution: "pert", parameters: { min: 0.2, mode: 0.45, max: 0.75 } },
    },
  },
  {
    name: "price_per_token",
    label: "Price per million tokens",
    unit: "USD/Mtoken",
    meaning: "The price that leaves the margin",
    source: `${sources.essay000}: 100 at a margin of 30% is 143`,
    definition: { kind: "formula", formula: "cost_per_token / (1 - gross_margin)" },
  },
];
