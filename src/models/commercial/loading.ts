import { derived, uncertain } from "../define.js";
import type { Factor, Quantity } from "../quantity.js";
import { sources } from "../sources.js";

/** Training earns nothing by itself: what serves must carry it. */
export const trainingRatio: Quantity = uncertain({
  name: "training_ratio",
  label: "Training per inference",
  unit: "1",
  family: "lognormal",
  of: { p5: 0.25, p95: 3.2 },
  meaning:
    "Dollars of training and research compute for each dollar of inference compute; 0 ignores it",
  source: `${sources.essay000}: 1; ${sources.essay003}: 1.36 over 12 months, 0.46 over 36; Epoch AI on OpenAI 2024: 2.5 with all research, 0.25 for final runs`,
  grade: "B",
});

/**
 * From the cost of the hardware to a price: raw, cost and price each contain the one before. They
 * rest on `hardware_cost_per_token`, which the model defines.
 */
export const loading: readonly Quantity[] = [
  derived({
    name: "raw_cost_per_token",
    label: "Raw cost per million tokens",
    unit: "USD/Mtoken",
    meaning: "Hardware and training: no overhead, no margin",
    source: `${sources.essay000}: 14.40 at 50 token/s is 80`,
    formula: "hardware_cost_per_token * (1 + training_ratio)",
  }),
  uncertain({
    name: "overhead",
    label: "Overhead",
    unit: "1",
    family: "pert",
    of: { min: 0.08, mode: 0.25, max: 0.6 },
    meaning: "People, offices, sales and support, as a share of the raw cost",
    source: `${sources.essay000}: 0.25`,
    grade: "C",
  }),
  derived({
    name: "cost_per_token",
    label: "Cost per million tokens",
    unit: "USD/Mtoken",
    meaning:
      "Everything: hardware, idle time, training and overhead. A price that equals it breaks even",
    source: `${sources.essay000}: 80 with 25% overhead is 100`,
    formula: "raw_cost_per_token * (1 + overhead)",
  }),
  uncertain({
    name: "gross_margin",
    label: "Margin on the price",
    unit: "1",
    family: "pert",
    of: { min: 0.2, mode: 0.45, max: 0.75 },
    meaning: "Share of the price kept as profit; not a markup on the cost",
    source: `${sources.essay000}: 0.30; ${sources.essay004}: 0.50, 0.40 and 0.77 by year`,
    grade: "B",
  }),
  derived({
    name: "price_per_token",
    label: "Price per million tokens",
    unit: "USD/Mtoken",
    meaning: "The price that leaves the margin",
    source: `${sources.essay000}: 100 at a margin of 30% is 143`,
    formula: "cost_per_token / (1 - gross_margin)",
  }),
];

/** How a difference in cost is told beside that of the hardware. */
export const loadingFactors: readonly Factor[] = [
  { name: "utilization", label: "Utilization", quantities: ["utilization"] },
  { name: "training", label: "Training", quantities: ["training_ratio"] },
  { name: "overhead", label: "Overhead", quantities: ["overhead"] },
  { name: "margin", label: "Margin", quantities: ["gross_margin"] },
];
